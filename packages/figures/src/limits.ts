/** The most bytes that a figure may have, SVG or PNG; the rule `file-size` reports a larger one. */
export const largestFigure = 2 * 1024 * 1024;

/** Bounds that keep time and memory small for every file that lint accepts or refuses. */
export const limits = {
  /** UTF-16 units of an SVG, at most as many as it has bytes. */
  source: largestFigure,
  /** Elements of an SVG, including copies drawn by `use` and markers. */
  elements: 10_000,
  /** Attributes of an element. */
  attributes: 100,
  /** Levels of elements inside elements. */
  depth: 40,
  /** Characters of text, all of an SVG together. */
  text: 20_000,
  /** Characters of an attribute other than path data and points. */
  attribute: 10_000,
  /** Characters of a style sheet. */
  styleSheet: 100_000,
  /** Selectors of style sheets. */
  selectors: 2_000,
  /** Compound selectors that a selector joins. */
  compounds: 8,
  /** Comparisons of an element with a selector, and declarations that are applied. */
  styling: 1_000_000,
  /** Lines and curves of all outlines, including copies drawn by `use`. */
  segments: 100_000,
  /** Size of a number: a coordinate further out is a mistake. */
  number: 1_000_000,
  /** Natural width and height in CSS pixels. */
  side: 10_000,
  /** Pixels of a PNG: 2,500 × 1,600 is 300 dots per inch over 21 cm. */
  pixels: 4_000_000,
} as const;
