import { createRequire } from "node:module";
import type { Root } from "mdast";
import { type Plugin, type Processor, unified } from "unified";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";

export type ParserName = "satteri" | "remark";

/**
 * Text to mdast, with positions and the front matter as a `yaml` node.
 *
 * satteri is native and about 45 times faster; where its binding cannot be loaded, remark parses. Both give the same
 * tree (test/differential.test.ts holds them to it). Modules are loaded when they are first needed.
 */
export function parse(file: VFile, parser: ParserName = "satteri"): Root {
  if (parser === "remark" || !isNativeLoadable()) return parseWithRemark(file);
  satteri ??= unified().use(satteriParse).freeze();
  return satteri.parse(file);
}

/** A unified plugin that parses with satteri. */
export const satteriParse: Plugin<[], string, Root> = function () {
  const { markdownToMdast } = require("satteri") as typeof import("satteri");
  this.parser = (text) => markdownToMdast(text, { features: { frontmatter: true, gfm: true, math: true } }) as Root;
};

const require = createRequire(import.meta.url);
let satteri: Processor<Root> | undefined;
let remark: Processor<Root> | undefined;
let nativeLoads: boolean | undefined;

function isNativeLoadable(): boolean {
  if (nativeLoads === undefined) {
    try {
      require("satteri");
      nativeLoads = true;
    } catch {
      nativeLoads = false;
    }
  }
  return nativeLoads;
}

function parseWithRemark(file: VFile): Root {
  remark ??= unified()
    .use((require("remark-parse") as typeof import("remark-parse")).default)
    .use((require("remark-frontmatter") as typeof import("remark-frontmatter")).default)
    .use((require("remark-gfm") as typeof import("remark-gfm")).default)
    .use((require("remark-math") as typeof import("remark-math")).default)
    .freeze();
  const root = remark.parse(file);
  // remark-math adds how to draw a formula as HTML; satteri does not, and nobody here asks.
  visit(root, (node) => {
    if (node.type === "math" || node.type === "inlineMath") delete node.data;
  });
  return root;
}
