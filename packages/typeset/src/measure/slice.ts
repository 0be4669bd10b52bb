import type { Drawing, TagType } from "../display-list/display-list.ts";

/**
 * Measured content: a column is a stack of slices, and no column break cuts one. Plain data, so that it can be cached,
 * sent to a worker, and tested.
 */
export interface Slice {
  /** Lengths are in points; x goes from the left edge of the column, y down from the top of the slice. */
  readonly height: number;
  /** Space above it, unless it starts a column. */
  readonly gap: number;
  /** Cost of a column break after it, from `columnBreak`. */
  readonly breakCost: number;
  readonly content: readonly SliceContent[];
  readonly backgrounds: readonly Background[];
  /** Destinations of links. */
  readonly anchors?: readonly Anchor[];
  /** Slices repeated above it if it starts a column: the head of a table. */
  readonly headAfterBreak?: readonly Slice[];
  /** A slice without height, drawn below it if it ends a column: the closing rule of a table. */
  readonly footBeforeBreak?: Slice;
  /** Whether the space above may stretch to fill a column. */
  readonly isElastic?: boolean;
  /** A dotted rule in the middle of the space above. */
  readonly separator?: { readonly x: number; readonly width: number; readonly colour: string };
  /** Scale of a formula that could neither be broken nor fit. */
  readonly shrunkTo?: number;
  /** Whether it starts a new column. */
  readonly startsColumn?: boolean;
  /** Whether it starts a new page. */
  readonly startsPage?: boolean;
}

export interface Anchor {
  readonly name: string;
  /** Title and level in the outline; level 0 is a topic. */
  readonly outline?: { readonly title: string; readonly level: number };
}

/** Drawings of one structure element, or of none. */
export interface SliceContent {
  readonly tags: readonly TagStep[];
  readonly drawings: readonly Drawing[];
  readonly actualText?: string;
  readonly link?: { readonly url?: string; readonly item?: string; readonly description: string };
}

/** One step down the structure tree; equal keys mean the same element. */
export interface TagStep {
  readonly key: string;
  readonly type: TagType;
  readonly alt?: string;
  readonly title?: string;
  readonly scope?: "Column" | "Row";
  readonly isOrdered?: boolean;
}

/** A background of consecutive slices: all that share its key get one rectangle. */
export interface Background {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly fill?: string;
  readonly radius?: number;
  /** Height that it extends below its last slice. */
  readonly below?: number;
  /** A bar along the left edge. */
  readonly bar?: { readonly colour: string; readonly width: number };
}

/** Height of a stack of slices, without the space above the first. */
export function stackHeight(slices: readonly Slice[]): number {
  return slices.reduce((sum, slice, index) => sum + slice.height + (index > 0 ? slice.gap : 0), 0);
}
