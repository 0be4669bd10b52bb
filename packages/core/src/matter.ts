import type { Position } from "unist";
import type { FrontMatter, Kind } from "./front-matter.ts";

/** Front matter of a file while it is checked: its values and where each stands. Rules find it in `file.data.matter`. */
export interface Matter {
  /** The kind it says it is, when that is one of the seven; undefined for a topic's README. */
  readonly kind: Kind | undefined;
  /** The values as written, before defaults; empty when the YAML cannot be read. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The values with defaults, when all of them are right. */
  readonly front: FrontMatter | undefined;
  /**
   * Where a key or value stands, such as `["sources", 0, "url"]`. What is missing is placed where it is missed: on its
   * list entry, or on the value of `kind`.
   */
  place(path: readonly (string | number)[], part?: "key" | "value"): Position;
}

/** What the compiler leaves on each VFile (`file.data`) for rules to read. */
export interface FileData {
  readonly matter?: Matter;
  /** Id of the topic, which is its folder's name. */
  readonly topic?: string;
  /** Whether this is the topic's README.md. */
  readonly isTopicPage?: boolean;
  /** Paths of the topic's figures, such as `figures/roc.svg`. */
  readonly figures?: readonly string[];
}
