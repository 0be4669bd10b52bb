import type { Drawing, TagType } from "../display-list/display-list.ts";

/**
 * Measured content: slices that stand below each other and that no column edge ever cuts. Plain data, so that it can be
 * kept by hash, sent to a worker, and tested.
 */
export interface Slice {
  /** Points, as all lengths; x from the left edge of the column, y down from the top of the slice. */
  readonly height: number;
  /** Space above, when something stands above in the same column. */
  readonly gap: number;
  /** How much a column that ends after this slice disturbs: 0 not at all, `never` only when nothing else is possible. */
  readonly breakCost: number;
  readonly content: readonly SliceContent[];
  readonly backgrounds: readonly Background[];
  /** Name of the place, for links that lead here. */
  readonly anchors?: readonly Anchor[];
  /** What is repeated above when a column begins with this slice: the head of a table. */
  readonly head?: readonly Slice[];
  /** What is drawn below when a column ends with this slice, without height: the rule under rows that go on. */
  readonly foot?: Slice;
  /** Whether the space above may grow to fill a column. */
  readonly isElastic?: boolean;
  /** A dotted rule in the middle of the space above. */
  readonly separator?: { readonly x: number; readonly width: number; readonly colour: string };
  /** Share of its size at which a formula is printed that could neither be broken nor fit. */
  readonly shrunkTo?: number;
  /** Size of a line of code in units of the text around. */
  readonly codeScale?: number;
  /** Whether a new page must begin here. */
  readonly startsPage?: boolean;
}

export interface Anchor {
  readonly name: string;
  /** What the outline shows, and how deep; 0 is a topic. */
  readonly outline?: { readonly title: string; readonly level: number };
}

/** Drawings that belong to one element of the structure tree, or to none. */
export interface SliceContent {
  readonly tags: readonly TagStep[];
  readonly drawings: readonly Drawing[];
  readonly actualText?: string;
  readonly link?: { readonly url?: string; readonly item?: string; readonly description: string };
}

/** One step down the structure tree; equal keys are one element. */
export interface TagStep {
  readonly key: string;
  readonly type: TagType;
  readonly alt?: string;
  readonly title?: string;
  readonly scope?: "Column" | "Row";
  readonly isOrdered?: boolean;
}

/** A background behind following slices that share its key: one rectangle, whatever number of slices it holds. */
export interface Background {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly fill?: string;
  readonly radius?: number;
  /** How far it reaches below its last slice. */
  readonly below?: number;
  /** A bar down the left edge. */
  readonly bar?: { readonly colour: string; readonly width: number };
}

/** The height of slices below each other, the space above the first left out. */
export function stackHeight(slices: readonly Slice[]): number {
  return slices.reduce((sum, slice, index) => sum + slice.height + (index > 0 ? slice.gap : 0), 0);
}
