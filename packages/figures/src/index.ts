export { type Colour, parseColour } from "./css/colour.ts";
export type {
  Baseline,
  BitmapDrawing,
  Box,
  FigureDrawing,
  Graphic,
  Group,
  Ink,
  Outline,
  Stroke,
  Text,
  TextRun,
  VectorDrawing,
} from "./drawing.ts";
export type { FigureFault, FigureRule } from "./fault.ts";
export { type FigurePart, type InlineFigure, inlineFigure } from "./inline-figure.ts";
export type { Bitmap } from "./png/bitmap.ts";
export { type ReadFigure, type ReadFigureOptions, readFigure } from "./read-figure.ts";
export type { Matrix } from "./svg/matrix.ts";
export { parsePath } from "./svg/path-data.ts";
export type { Segment } from "./svg/segment.ts";
