export type { Font as FontFile } from "fontkit";
export { columnBreak, pageFill } from "./costs.ts";
export { greyOf, tint } from "./display-list/colour.ts";
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
export { artworkOf } from "./figures/artwork.ts";
export { type Face, type FontFiles, type MathFace, mathFaces, type TextFace, textFaces } from "./fonts/face.ts";
export { type Fonts, openFonts } from "./fonts/open-fonts.ts";
export { withTypographicQuotes } from "./inline/quotes.ts";
export { readableText } from "./inline/readable.ts";
export { type InlineStyle, plain, type Token, tokenize } from "./inline/tokens.ts";
export { formulaLayouts, type LayoutFormula } from "./math/formula.ts";
export type { MathDrawing } from "./math/math-drawing.ts";
export { beside } from "./measure/beside.ts";
export { changeLast, keepLastWithNext, keepWithNext, measureBlocks } from "./measure/blocks.ts";
export { drawLine } from "./measure/draw-line.ts";
export { measureFormula } from "./measure/formula.ts";
export { measureWithSign, type Sign } from "./measure/hanging-sign.ts";
export { drawLabel, type Label, labelWidth } from "./measure/label.ts";
export { layoutText } from "./measure/layout-text.ts";
export type { MeasureContext } from "./measure/measure-context.ts";
export { sliceText } from "./measure/paragraph.ts";
export { type Slice, stackHeight, type TagStep } from "./measure/slice.ts";
export { innerStrip, type Strip } from "./measure/strip.ts";
export { measureTable } from "./measure/table.ts";
export type { CodeStyle, Theme } from "./measure/theme.ts";
export { type PageColumns, placeColumn } from "./pack/break-columns.ts";
export { packPages } from "./pack/pack-pages.ts";
export { type PackedPage, paint } from "./paint/paint.ts";
