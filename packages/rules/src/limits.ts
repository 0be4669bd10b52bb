/** The most bytes that a Markdown file may have. */
export const largestMarkdown = 64 * 1024;
