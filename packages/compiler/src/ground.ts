import type { Definition, Nodes } from "mdast";
import type { Position } from "unist";
import type { VFile } from "vfile";
import type { Highlight } from "./highlight.ts";

/** What lowering a piece of Markdown needs to know of where it stands. */
export interface Ground {
  readonly file: VFile;
  /** The Markdown that was parsed: the file, or a value of its front matter. */
  readonly text: string;
  /** Where offsets of `text` stand in the file. */
  place(start: number, end: number): Position;
  /** What may stand here: all inlines in a body, fewer in a title. */
  readonly holds: "body" | "phrase";
  /** Targets of reference links, by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Id of the topic, from which relative links start. */
  readonly topic: string;
  /** Paths of the topic's figures. */
  readonly figures: ReadonlySet<string>;
  readonly highlight: Highlight;
  /** Whether the text is in a table. */
  readonly isTable: boolean;
  /** Whether the text is in a mark, where `==` begins no other. */
  readonly isMark: boolean;
  /** Hears of each link to an item. */
  onLink(link: ItemLink): void;
}

/** A relative link to an item, such as `../optimization/adam.md`. */
export interface ItemLink {
  readonly topic: string;
  readonly id: string;
  readonly position: Position;
}

/** Where a node stands; a node without a position (a GFM autolink) stands where its parent does. */
export function placeNode(node: Nodes, ground: Ground, parent?: Nodes): Position {
  const [start, end] = extent(node) ?? (parent && extent(parent)) ?? [0, 0];
  return ground.place(start, end);
}

/** The source of a node. */
export function sourceOf(node: Nodes, ground: Ground): string {
  const [start, end] = extent(node) ?? [0, 0];
  return ground.text.slice(start, end);
}

/** Offsets of a node in the text that was parsed. */
export function extent(node: Nodes): [start: number, end: number] | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : [start, end];
}
