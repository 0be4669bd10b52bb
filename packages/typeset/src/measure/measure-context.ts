import type { Figure } from "@high-recall/core";
import type { Fonts } from "../fonts/open-fonts.ts";
import type { FormulaSetter } from "../math/formula.ts";
import type { ItemMemory } from "./item-memory.ts";
import type { Ground, TagStep } from "./slice.ts";
import type { Palette } from "./theme.ts";

/** What all measuring of one product shares. */
export interface Environment {
  readonly fonts: Fonts;
  readonly formulas: FormulaSetter;
  readonly items: ItemMemory;
  readonly palette: Palette;
  /** Size of body text in points. */
  readonly size: number;
  /** Distance of baselines in units of the size. */
  readonly leading: number;
  /** Space between blocks, in units of what a dense sheet has. */
  readonly air: number;
  /** The most blank lines between two lines of code; more are left out. */
  readonly blankLines: number;
  /** Height that nothing unbreakable may exceed. */
  readonly maxHeight: number;
  /** Whether the item is part of the document, so that a link can lead to it. */
  readonly hasItem: (id: string) => boolean;
}

/** Where blocks are set: a strip of the column, and what it lies in. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  /** Colour of the topic. */
  readonly accent: string;
  /** The topic's figures by path. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Path in the document, unique: keys of tags grow from it. */
  readonly key: string;
  readonly tags: readonly TagStep[];
  readonly grounds: readonly Ground[];
  /** Nesting of lists, for their signs. */
  readonly depth: number;
  /** Headings inside are one level deeper in the structure than in Markdown, as they stand in a section that has one. */
  readonly isInSection: boolean;
}

/** The frame of a part of it. */
export function inner(frame: Frame, key: string | number, change: Partial<Frame> = {}): Frame {
  return { ...frame, key: `${frame.key}.${key}`, ...change };
}
