/** Languages that a fence may name. `output` is a program's standard output, `text` is anything plain. */
export const fenceLanguages = [
  "python",
  "sql",
  "bash",
  "javascript",
  "typescript",
  "json",
  "yaml",
  "toml",
  "html",
  "cpp",
  "r",
  "diff",
  "docker",
  "text",
  "output",
] as const;
export type FenceLanguage = (typeof fenceLanguages)[number];
