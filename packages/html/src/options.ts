/**
 * How formulas are written.
 *
 * - `katex`: KaTeX's HTML for the eye and MathML for screen readers; the page needs katex.css and its fonts.
 * - `mathml`: MathML alone; needs nothing, looks as good as the reader's browser and fonts make it.
 * - `mathjax`: TeX between `\(` and `\)`, or `\[` and `\]`, for a page that runs MathJax, such as a card in Anki.
 */
export type MathOutput = "katex" | "mathml" | "mathjax";

/** Where a figure is found; with its natural size in CSS pixels, the page does not jump when it loads. */
export interface FigureSource {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
}

/** What the renderer cannot know. */
export interface HtmlOptions {
  readonly math: MathOutput;
  /** URL of an item that a link leads to; undefined (or no function) leaves the link's text alone. */
  readonly linkTo?: (item: string) => string | undefined;
  /** Where a figure such as `figures/roc.svg` is; undefined (or no function) leaves its description in its place. */
  readonly figure?: (path: string) => string | FigureSource | undefined;
  /** Added to the depth of headings, which is 2 to 4 in a body: 1 makes an `h3` an `h4`. Default 0. */
  readonly headingOffset?: number;
}
