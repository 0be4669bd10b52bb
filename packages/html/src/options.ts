/**
 * How formulas are written.
 *
 * - `katex`: KaTeX's HTML for the eye and MathML for screen readers; the page needs katex.css and its fonts.
 * - `mathml`: MathML alone; needs nothing, and looks as good as the browser and its fonts allow.
 * - `mathjax`: TeX between `\(` and `\)`, or `\[` and `\]`, for a page that runs MathJax, such as a card in Anki.
 */
export type MathOutput = "katex" | "mathml" | "mathjax";

/** Address of a figure, and its natural size in CSS pixels, which keeps the page from jumping when it loads. */
export interface FigureSource {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  /**
   * The text of an SVG. One that has only colours of roles becomes part of the page, in the page's palette; any other is
   * loaded from the address.
   */
  readonly svg?: string | undefined;
}

/** What the renderer needs from its caller. */
export interface HtmlOptions {
  readonly math: MathOutput;
  /** URL of the item that a link leads to. Without one the link becomes plain text. */
  readonly linkTo?: (item: string) => string | undefined;
  /** Address of a figure such as `figures/roc.svg`. Without one the figure becomes its description. */
  readonly figure?: (path: string) => string | FigureSource | undefined;
  /**
   * For a narrow screen, where nothing scrolls: each line of code is an element, so that it can wrap below itself, and each
   * cell of a table whose columns have names in words carries the name of its column, so that rows can be stacked.
   */
  readonly narrow?: boolean;
  /** Added to the depth of headings, which is 2 to 4 in a body: 1 makes an `h3` an `h4`. Default 0. */
  readonly headingOffset?: number;
}
