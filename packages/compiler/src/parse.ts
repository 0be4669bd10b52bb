import { createRequire } from "node:module";
import type { Root } from "mdast";
import { type Plugin, type Processor, unified } from "unified";
import type { VFile } from "vfile";
import { walk } from "./walk.ts";

export type ParserName = "satteri" | "remark";

/**
 * Text to mdast, with positions and the front matter as a `yaml` node.
 *
 * satteri is native and about 45 times faster; where its binding cannot be loaded, remark parses. Both give the same
 * tree (test/differential.test.ts holds them to it). Modules are loaded when they are first needed.
 */
export function parse(file: VFile, parser: ParserName = "satteri"): Root {
  const text = String(file);
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const plain = text.slice(mark);
  const root = parser === "remark" || !isNativeLoadable() ? parseWithRemark(plain) : parseWithSatteri(plain);
  if (mark > 0) shift(root, mark);
  return root;
}

/** A unified plugin that parses with satteri. */
const satteriParse: Plugin<[], string, Root> = function () {
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

function parseWithSatteri(text: string): Root {
  satteri ??= unified().use(satteriParse).freeze();
  return satteri.parse(text);
}

function parseWithRemark(text: string): Root {
  remark ??= unified()
    .use((require("remark-parse") as typeof import("remark-parse")).default)
    .use((require("remark-frontmatter") as typeof import("remark-frontmatter")).default)
    .use((require("remark-gfm") as typeof import("remark-gfm")).default)
    .use((require("remark-math") as typeof import("remark-math")).default)
    .freeze();
  const root = remark.parse(text);
  // remark-math adds how to draw a formula as HTML; satteri does not, and nobody here asks.
  walk(root, (node) => {
    if (node.type === "math" || node.type === "inlineMath") delete node.data;
  });
  return root;
}

/** A byte order mark is an error, but a character: what follows it stands one further on. */
function shift(root: Root, by: number): void {
  walk(root, (node) => {
    for (const point of node.position === undefined ? [] : [node.position.start, node.position.end]) {
      point.offset = (point.offset ?? 0) + by;
      if (point.line === 1) point.column += by;
    }
  });
}
