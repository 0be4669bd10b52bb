export type { Font as FontFile } from "fontkit";
export type {
  Content,
  Destination,
  DisplayList,
  DocumentInfo,
  Drawing,
  FormulaRun,
  Line,
  LinkArea,
  OutlineEntry,
  Page,
  Picture,
  Rectangle,
  Shape,
  Tag,
  TagType,
} from "./display-list/display-list.ts";
export { extentOf } from "./display-list/extent.ts";
export type { Bitmap } from "./figures/bitmap.ts";
export { readFigure } from "./figures/read-figure.ts";
export { type Face, type FontFiles, type MathFace, mathFaces, type TextFace, textFaces } from "./fonts/face.ts";
export { type Fonts, openFonts } from "./fonts/open-fonts.ts";
export { withPrintedQuotes } from "./inline/quotes.ts";
export { readableText } from "./inline/readable.ts";
export { type InlineStyle, plain, type Token, tokenize } from "./inline/tokens.ts";
export { type FormulaSetter, formulaSetter } from "./math/formula.ts";
export type { MathMark } from "./math/math-drawing.ts";
export { measureBlocks, tied, withLast } from "./measure/blocks.ts";
export { drawLine } from "./measure/draw-line.ts";
export { measureFormula } from "./measure/formula.ts";
export { measureSigned, pitfallSigns } from "./measure/hanging-sign.ts";
export { type ItemMemory, itemMemory, linkedItems } from "./measure/item-memory.ts";
export { drawLabel, type Label, labelWidth } from "./measure/label.ts";
export { setText } from "./measure/layout-text.ts";
export { type Environment, type Frame, inner } from "./measure/measure-context.ts";
export { betweenBlocks, insideText, sliceText } from "./measure/paragraph.ts";
export { never, type Slice, type TagStep } from "./measure/slice.ts";
export { measureTable } from "./measure/table.ts";
export { palette } from "./measure/theme.ts";
export { breakColumns, type Column, type PageColumns } from "./pack/break-columns.ts";
export { breakPages } from "./pack/break-pages.ts";
export { fitSize, growSize } from "./pack/fit-size.ts";
export { packPages } from "./pack/pack-pages.ts";
export { type PackedPage, paint } from "./paint/paint.ts";
export { greyOf, hexColour, tint } from "./vector/colour.ts";
export { parsePath, type Segment } from "./vector/path.ts";
