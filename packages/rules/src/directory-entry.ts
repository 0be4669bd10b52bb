import type { FigureFault } from "@high-recall/figures";

/** An entry of a topic's folder, as rules check it before anything is parsed as Markdown. */
export type DirectoryEntry =
  /** A symbolic link that leads nowhere or out of the topic, a folder, or anything else that is not a regular file. */
  | ({ readonly type: "not-a-file" } & EntryPath)
  | ({ readonly type: "too-large"; readonly bytes: number; readonly most: number } & EntryPath)
  /** The text has U+FFFD for what is not UTF-8, first at `offset`. */
  | ({ readonly type: "not-utf-8"; readonly text: string; readonly offset: number } & EntryPath)
  | ({ readonly type: "figure"; readonly text: string; readonly faults: readonly FigureFault[] } & EntryPath)
  /** A program in `figures/`; `hasFigure` says whether the SVG of its name is there. */
  | ({ readonly type: "figure-script"; readonly text: string; readonly hasFigure: boolean } & EntryPath)
  | ({ readonly type: "markdown"; readonly text: string } & EntryPath)
  /** A topic without README.md; the path is where it should be. */
  | ({ readonly type: "no-topic-page" } & EntryPath)
  /** The topic's own folder. */
  | ({ readonly type: "topic" } & EntryPath)
  /** Looks like an item or holds some, and is in no output; `expected` says what would be. */
  | ({ readonly type: "stray-file" | "stray-folder"; readonly expected: string } & EntryPath);

interface EntryPath {
  /** As messages show it: relative to the working folder, with `/`. */
  readonly path: string;
  /** Name in its folder. */
  readonly name: string;
}
