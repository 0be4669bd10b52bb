import { parse, readMatter } from "@high-recall/compiler";
import type { FileData } from "@high-recall/core";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { createPreset, type LintOptions } from "../src/index.ts";

/** Figures of the topic that the sources of the examples stand in. */
const figures = ["figures/roc.svg", "figures/tree.png"];

/** What the rules say of a file, as the compiler calls them; what the compiler itself says is left out. */
export function check(source: string, options: LintOptions = {}, hasPositions = true): VFileMessage[] {
  const file = new VFile({ path: "content/optimization/adam.md", value: source });
  const tree = parse(file);
  const data: FileData = { matter: readMatter(tree, file), topic: "optimization", isTopicPage: false, figures };
  Object.assign(file.data, data);
  if (!hasPositions) {
    visit(tree, (node) => {
      delete node.position;
    });
  }
  file.messages = [];
  unified().use(createPreset(options)).runSync(tree, file);
  return file.messages;
}
