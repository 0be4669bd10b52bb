import type { Fonts } from "../fonts/open-fonts.ts";
import type { LayoutFormula } from "../math/formula.ts";
import type { Theme } from "./theme.ts";

/** What all measuring of one product shares. */
export interface MeasureContext {
  readonly fonts: Fonts;
  readonly layoutFormula: LayoutFormula;
  readonly theme: Theme;
  /** Size of body text in points. */
  readonly size: number;
  /** Distance of baselines in units of the size. */
  readonly leading: number;
  /** Space between blocks, in units of what a dense sheet has. */
  readonly blockSpacing: number;
  /** The most blank lines between two lines of code; more are left out. */
  readonly mostBlankLines: number;
  /** Height that nothing unbreakable may exceed. */
  readonly maxHeight: number;
  /** Whether the item is part of the document, so that a link can lead to it. */
  readonly hasItem: (id: string) => boolean;
}
