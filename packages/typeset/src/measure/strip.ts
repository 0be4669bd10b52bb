import type { Figure } from "@high-recall/core";
import type { Background, TagStep } from "./slice.ts";

/** The part of a column where blocks are set, and what encloses them. */
export interface Strip {
  readonly x: number;
  readonly width: number;
  /** Accent colour, `#rrggbb`. */
  readonly accent: string;
  /** Figures that blocks may refer to, by path. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Unique key of this part of the document; keys of tags start with it. */
  readonly key: string;
  readonly tags: readonly TagStep[];
  readonly backgrounds: readonly Background[];
  /** Nesting depth of lists; it chooses the bullet. */
  readonly depth: number;
  /** Whether a section heading encloses the blocks, so that headings inside get one level deeper. */
  readonly isInSection: boolean;
}

/** Strip of a part of `strip`. */
export function innerStrip(strip: Strip, key: string | number, change: Partial<Strip> = {}): Strip {
  return { ...strip, key: `${strip.key}.${key}`, ...change };
}
