import type { Contender } from "./contender.ts";

export const markdownlintCli2: Contender = {
  name: "markdownlint-cli2",
  packages: { "markdownlint-cli2": "0.24.1" },
  // Every default rule but the length of lines: a paragraph is one line here.
  files: { ".markdownlint-cli2.jsonc": '{ "config": { "MD013": false } }\n' },
  command: ["markdownlint-cli2/markdownlint-cli2-bin.mjs", "content/**/*.md"],
};
