import type { Fragment } from "@high-recall/rules";
import type { Definition, Nodes } from "mdast";
import type { Highlight } from "./highlight.ts";

/** What lowering a fragment of Markdown needs besides its nodes. */
export interface LowerContext {
  readonly fragment: Fragment;
  /** Targets of reference links, by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Id of the topic, from which relative links start. */
  readonly topic: string;
  readonly highlight: Highlight;
  /** Whether the nodes are inside a mark, where `==` begins no other. */
  readonly isInMark: boolean;
}

/** The Markdown of a node; empty when the parser does not say where it is. */
export function sourceOf(node: Nodes, { fragment }: LowerContext): string {
  const { start, end } = node.position ?? {};
  return fragment.text.slice(start?.offset ?? 0, end?.offset ?? 0);
}

/** Throws for a node that a rule should have refused: a bug, not an author's mistake. */
export function unchecked(node: Nodes): never {
  throw new Error(`Cannot lower \`${node.type}\`: the rules should have refused it`);
}
