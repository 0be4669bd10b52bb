export { standaloneFigure } from "./inline-figure.ts";
export { katexVersion } from "./math.ts";
export type { FigureSource, HtmlOptions, MathOutput } from "./options.ts";
export { type CodeOptions, renderBlocks, renderCode, renderInlines } from "./render.ts";
export { type Palette, palettes, paletteVariables, stylesheet } from "./stylesheet.ts";
export { isSafeLink } from "./url.ts";
