import type { Figure } from "@high-recall/core";
import type { Background, TagStep } from "./slice.ts";

/** Where blocks are set: a strip of the column, and what it lies in. */
export interface Strip {
  readonly x: number;
  readonly width: number;
  /** Colour of the topic. */
  readonly accent: string;
  /** The topic's figures by path. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Path in the document, unique: keys of tags grow from it. */
  readonly key: string;
  readonly tags: readonly TagStep[];
  readonly backgrounds: readonly Background[];
  /** Nesting of lists, for their signs. */
  readonly depth: number;
  /** Headings inside are one level deeper in the structure than in Markdown, as they stand in a section that has one. */
  readonly isInSection: boolean;
}

/** The strip of a part of it. */
export function innerStrip(strip: Strip, key: string | number, change: Partial<Strip> = {}): Strip {
  return { ...strip, key: `${strip.key}.${key}`, ...change };
}
