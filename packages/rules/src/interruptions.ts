import type { Blockquote, Heading, List, Nodes, Paragraph } from "mdast";
import { sourceOf } from "./fragment.ts";
import type { Fragment } from "./parsed-file.ts";

/** A sign at the start of a line that ends a paragraph, because Markdown reads it as the start of another block. */
export interface Interruption {
  readonly block: List | Blockquote | Heading;
  /** The last paragraph before it, which ends on the line above. */
  readonly paragraph: Paragraph;
  /** The sign: `+`, `1.`, `>` or `#`. */
  readonly sign: string;
}

/** The end of a sentence, with whatever closes around it. */
export const sentenceEnd = /[.!?…。][*_)\]"”'’]*$/;

const known = new WeakMap<Nodes, readonly Interruption[]>();
const involved = new WeakSet<Nodes>();

/**
 * Blocks among the children of a container that begin right below a line of text and were probably not meant. What
 * authors write on purpose is none: a list after a colon, a list inside an entry, a `##` heading.
 */
export function interruptionsIn(fragment: Fragment, container: Nodes): readonly Interruption[] {
  let found = known.get(container);
  if (found === undefined) {
    found = findInterruptions(fragment, container);
    known.set(container, found);
    for (const { block, paragraph } of found) {
      involved.add(paragraph);
      involved.add(block);
      const first = firstLeaf(block);
      if (first !== undefined) involved.add(first);
    }
  }
  return found;
}

/** Whether an interruption was found before or in a block: a formula that it cuts in two is no fault of its own. */
export function isInterrupted(block: Nodes): boolean {
  return involved.has(block);
}

function findInterruptions(fragment: Fragment, container: Nodes): Interruption[] {
  const found: Interruption[] = [];
  if (!("children" in container)) return found;
  let before: Nodes | undefined;
  for (const block of container.children as Nodes[]) {
    const above = before;
    before = block;
    if (above === undefined || (block.type !== "list" && block.type !== "blockquote" && block.type !== "heading"))
      continue;
    const paragraph = lastParagraph(above);
    if (paragraph === undefined || block.position?.start.line !== (paragraph.position?.end.line ?? 0) + 1) continue;
    const sign = /^(?:[-+*]|\d{1,9}[.)]|>|#(?=[ \t\r\n]|$))/.exec(sourceOf(fragment, block))?.[0];
    if (sign === undefined || !isUnmeant(fragment, container, above, block, sign)) continue;
    const end = sourceOf(fragment, paragraph).slice(-8);
    if (/[:：][*_)\]"”]*$/.test(end)) continue;
    // After a sentence, several entries are a list that is meant.
    if (block.type === "list" && block.children.length > 1 && sentenceEnd.test(end)) continue;
    found.push({ block, paragraph, sign });
  }
  return found;
}

function isUnmeant(
  fragment: Fragment,
  container: Nodes,
  above: Nodes,
  block: Interruption["block"],
  sign: string,
): boolean {
  // A list right after a list or a quotation is not inside their text; of these, only a change of the sign is odd.
  if (block.type === "list" && above.type === "blockquote") return false;
  if (block.type !== "list" || container.type !== "listItem") return true;
  // Lists inside entries need no empty line. A wrapped line gives one entry, with another sign than the list around it.
  if (block.children.length > 1) return false;
  const own = sourceOf(fragment, container).charAt(0);
  return sign === "+" ? own !== "+" : block.ordered === true || (/[-+*]/.test(own) && own !== sign);
}

/** The paragraph that a block ends with, in whatever lists and quotations. */
function lastParagraph(block: Nodes): Paragraph | undefined {
  let last: Nodes | undefined = block;
  while (last?.type === "list" || last?.type === "listItem" || last?.type === "blockquote") last = last.children.at(-1);
  return last?.type === "paragraph" ? last : undefined;
}

function firstLeaf(block: Nodes): Nodes | undefined {
  let first: Nodes | undefined = block;
  while (first?.type === "list" || first?.type === "listItem" || first?.type === "blockquote")
    first = first.children[0];
  return first;
}
