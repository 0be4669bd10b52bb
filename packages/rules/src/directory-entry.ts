import type { FigureFault } from "@high-recall/figures";

/** What a topic's folder holds, as the disk says it: what rules judge before anything is read as Markdown. */
export type DirectoryEntry =
  /** A symbolic link that leads nowhere or out of the topic, a folder, or another thing in a file's place. */
  | ({ readonly type: "not-a-file" } & EntryPath)
  | ({ readonly type: "too-large"; readonly bytes: number; readonly most: number } & EntryPath)
  /** The text has U+FFFD for what is not UTF-8, first at `offset`. */
  | ({ readonly type: "not-utf-8"; readonly text: string; readonly offset: number } & EntryPath)
  | ({ readonly type: "figure"; readonly text: string; readonly faults: readonly FigureFault[] } & EntryPath)
  | ({ readonly type: "markdown"; readonly text: string } & EntryPath)
  /** A topic without README.md; the path is where it should be. */
  | ({ readonly type: "no-topic-page" } & EntryPath);

interface EntryPath {
  /** As messages show it: relative to the working folder, with `/`. */
  readonly path: string;
  /** Name in its folder. */
  readonly name: string;
}
