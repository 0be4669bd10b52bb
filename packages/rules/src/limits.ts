/** The most bytes that a Markdown file may have. */
export const largestMarkdown = 64 * 1024;
/** The most bytes that a figure may have. */
export const largestFigure = 2 * 1024 * 1024;
