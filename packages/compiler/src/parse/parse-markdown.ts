import { createRequire } from "node:module";
import { flatten } from "@high-recall/rules";
import type { Root } from "mdast";
import type { Processor } from "unified";

export type ParserName = "satteri" | "remark";

/**
 * Parses text to mdast, with positions and the front matter as a `yaml` node.
 *
 * satteri is native and about 45 times faster; where its binding cannot be loaded, remark parses. Both give the same
 * tree (test/differential.test.ts compares them). Modules are loaded when they are first needed.
 */
export function parseMarkdown(text: string, parser: ParserName = "satteri"): Root {
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const plain = text.slice(mark);
  const root = (parser === "remark" ? undefined : parseWithSatteri(plain)) ?? parseWithRemark(plain);
  if (mark > 0) shift(root, mark);
  return root;
}

const require = createRequire(import.meta.url);
/** `null` where the native binding cannot be loaded. */
let satteri: typeof import("satteri") | null | undefined;
let remark: Processor<Root> | undefined;

function parseWithSatteri(text: string): Root | undefined {
  if (satteri === undefined) {
    try {
      satteri = require("satteri") as typeof import("satteri");
    } catch {
      satteri = null;
    }
  }
  return satteri?.markdownToMdast(text, { features: { frontmatter: true, gfm: true, math: true } }) as Root | undefined;
}

function parseWithRemark(text: string): Root {
  remark ??= (require("unified") as typeof import("unified"))
    .unified()
    .use((require("remark-parse") as typeof import("remark-parse")).default)
    .use((require("remark-frontmatter") as typeof import("remark-frontmatter")).default)
    .use((require("remark-gfm") as typeof import("remark-gfm")).default)
    .use((require("remark-math") as typeof import("remark-math")).default)
    .freeze();
  const root = remark.parse(text);
  // remark-math adds data for HTML output, which satteri does not and which is not used here.
  for (const { node } of flatten(root, Number.POSITIVE_INFINITY)) {
    if (node.type === "math" || node.type === "inlineMath") delete node.data;
  }
  return root;
}

/** Moves positions past a byte order mark: it is an error, but still a character of the text. */
function shift(root: Root, by: number): void {
  for (const { node } of flatten(root, Number.POSITIVE_INFINITY)) {
    for (const point of node.position === undefined ? [] : [node.position.start, node.position.end]) {
      point.offset = (point.offset ?? 0) + by;
      if (point.line === 1) point.column += by;
    }
  }
}
