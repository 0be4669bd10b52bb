import type { Contender } from "./contender.ts";

export const remarkCli: Contender = {
  name: "remark-cli",
  packages: {
    "remark-cli": "12.0.1",
    "remark-frontmatter": "5.0.0",
    "remark-gfm": "4.0.1",
    "remark-math": "6.0.0",
    "remark-preset-lint-recommended": "7.0.1",
  },
  files: {
    ".remarkrc.mjs": `import frontmatter from "remark-frontmatter";
import gfm from "remark-gfm";
import math from "remark-math";
import recommended from "remark-preset-lint-recommended";
export default { plugins: [frontmatter, gfm, math, recommended] };
`,
  },
  command: ["remark-cli/cli.js", "content", "--quiet", "--frail"],
};
