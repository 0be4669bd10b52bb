import type { Fonts } from "../fonts/open-fonts.ts";
import type { LayoutFormula } from "../math/formula.ts";
import type { Theme } from "./theme.ts";

/** What measuring needs to know of a product. */
export interface MeasureContext {
  readonly fonts: Fonts;
  readonly layoutFormula: LayoutFormula;
  readonly theme: Theme;
  /** Size of body text in points. */
  readonly size: number;
  /** Leading: distance of baselines in units of the size. */
  readonly leading: number;
  /** Factor of the space between blocks; 1 is that of a dense sheet. */
  readonly blockSpacing: number;
  /** Blank lines kept between two lines of code. */
  readonly mostBlankLines: number;
  /** Height of a column, which nothing unbreakable may exceed. */
  readonly maxHeight: number;
  /** No type is smaller than this, in points: scripts of formulas, cells of tables and code included. 0 for no limit. */
  readonly leastType: number;
  /** Whether the document holds an item, so that a link can lead to it. */
  readonly hasItem: (id: string) => boolean;
}
