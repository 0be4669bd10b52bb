/**
 * Costs of ending a column after a slice. The packer minimises their sum together with `pageFill`, so only their ratios
 * matter; one unit has no meaning of its own. `betweenBlocks` and `insideText` are the yardsticks.
 */
export const columnBreak = {
  /** Between two items nothing is lost. */
  free: 0,
  /** Between two blocks the reader pauses anyway. */
  betweenBlocks: 12,
  /** Inside a paragraph the reader must jump in mid-sentence. */
  insideText: 40,
  /** Widows, orphans and headings without text: broken only when nothing else is possible. */
  forbidden: 1e6,

  /** A paragraph of one or two lines that opens a text looks left behind at the foot of a column. */
  afterShortOpening: 100,
  /** A label or an unfinished sentence announces what follows, so both belong in one column. */
  afterAnnouncement: 400,
  /** The sentence goes on below its displayed formula. */
  afterFormulaInSentence: 100,
  /** A few lines that explain a formula belong with it. */
  beforeShortExplanation: 160,

  /** A task and the start of its code stay together even if that takes another page. */
  beforeCode: 3000,
  /** A statement is cut only if its block is higher than a column. */
  insideStatement: 1500,
  /** A few lines of code are read at one glance. */
  insideShortCode: 600,
  /** Two statements are often one thought. */
  betweenStatements: 120,
  /** The author's blank line marks the best place to pause. */
  atBlankLine: 60,
  /** Added for each level of indentation: the deeper a line, the more of its context stays behind. */
  perIndentLevel: 120,
  /** Added near the start and the end of code: few lines look left behind. */
  nearCodeEdge: 120,
  /** Output is read beside the code that printed it. */
  beforeOutput: 600,
  /** Long output needs room of its own. */
  beforeLongOutput: 150,
  /** Lines of output have no structure to break at. */
  insideOutput: 200,

  /** The text above a table usually introduces it. */
  beforeTable: 40,
  /** Rows are compared with each other. */
  insideTable: 80,
  /** A short table is hardly worth breaking. */
  insideShortTable: 320,
  /** A single row under or over a break has nothing to be compared with. */
  besideLoneRow: 800,

  /** Entries of a list belong together a little more than blocks. */
  betweenListEntries: 18,
  /** The first or last entry of a list looks lost alone. */
  besideLoneListEntry: 80,
  /** A panel is looked up as a whole; it is cut only where a third of a column would stay empty. */
  insidePanel: 130,
  /** A letter of the index with one entry looks lost at the foot of a column. */
  afterFirstIndexEntry: 60,

  /** Readers look for further reading on the page they have just read. */
  beforeCrossReferences: 120,
  /** Never leave sources alone on a page: a page half empty is no worse. */
  beforeSources: 400,
} as const;

/** Costs of how pages and columns are filled, in the units of `columnBreak`. */
export const pageFill = {
  /** Cost of an extra page; default: more than any allowed break but `beforeCode`. */
  page: 2000,
  /** The same for long documents without a page limit: a bad break is worse. */
  pageOfLongText: 300,
  /** Fewer columns are better if nothing else differs. */
  column: 4,
  /** Empty foot of a column, by the square and the cube of its share: a tenth hardly counts, a third is a hole. */
  emptyFoot: { square: 300, cube: 3000 },
  /** Factor of `emptyFoot` in a single column, where no space between items can grow to hide it. */
  bookFootWeight: 4,
  /** A slice higher than its column sticks out of the page: only if the slice fits nowhere. */
  overfullColumn: 1e8,
  /** Penalty for a full page over the lowest possible one (about 5 text breaks). */
  fullLastPage: 200,
} as const;

/**
 * Penalties of ending a line, in units of the line's badness: the square of the share of the line that stays empty.
 * Added up over a paragraph. @see Knuth and Plass, Breaking Paragraphs into Lines (1981)
 */
export const lineBreak = {
  /** Between words. */
  free: 0,
  /** Of two ways that look alike, fewer lines are better. */
  line: 1e-4,
  /** A line wider than the column sticks out of it: only if a word fits nowhere. */
  overfullLine: 10,
  /** One short word alone on the last line. */
  strandedWord: 0.06,
  /** Inside a word that no line can hold. */
  insideWord: 0.2,
  /** After a relation such as `=`, where TeX breaks first. */
  afterRelation: 0.05,
  /** After a binary operator such as `+`, where TeX breaks next. */
  afterOperator: 0.1,
  /** Inside brackets, or after a bar whose right side is the condition of its left. */
  insideBrackets: 0.4,
  /** Added if the break cuts one or two letters off a formula: a short line looks better. */
  besideShortPart: 0.25,
} as const;
