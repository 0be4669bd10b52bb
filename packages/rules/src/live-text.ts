import type { Heading, Nodes, Paragraph, TableCell } from "mdast";
import { sourceOf } from "./fragment.ts";
import type { Fragment } from "./parsed-file.ts";

/** A node that holds a run of inline Markdown. */
export type TextBlock = Paragraph | Heading | TableCell;

/** The words of a block as its author wrote them. Both texts are as long as its source, so their offsets are the same. */
export interface LiveText {
  /** The source; what is no text (code, formulas, addresses, signs that became markup) is covered by `cover`. */
  readonly written: string;
  /** As `written`, with escapes and entities covered too: a sign in it is one that Markdown could have read, and did not. */
  readonly live: string;
}

/** Stands for a character that is no text. */
export const cover = "\0";

const known = new WeakMap<TextBlock, LiveText>();

/** The text of a block, without what became markup. */
export function liveTextOf(fragment: Fragment, block: TextBlock): LiveText {
  let text = known.get(block);
  if (text === undefined) {
    const written = writtenText(fragment, block);
    text = { written, live: written.includes("\\") || written.includes("&") ? covered(written, notLive) : written };
    known.set(block, text);
  }
  return text;
}

/** An escape, or an entity. */
const notLive = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** What stands before the text of a line that goes on a paragraph: quote marks and indent. */
const linePrefix = /(?<=\n)[ \t>]+/g;

function writtenText(fragment: Fragment, block: TextBlock): string {
  const source = sourceOf(fragment, block);
  const base = block.position?.start.offset ?? 0;
  let text = "";
  for (const node of textsIn(fragment, block)) {
    const start = (node.position?.start.offset ?? 0) - base;
    const words = sourceOf(fragment, node);
    if (words === "" || start < text.length) continue;
    text += cover.repeat(start - text.length);
    text += words.includes("\n") ? words.replace(linePrefix, (prefix) => " ".repeat(prefix.length)) : words;
  }
  return text + cover.repeat(Math.max(source.length - text.length, 0));
}

/** The texts of a block in order, without those that are addresses. */
function textsIn(fragment: Fragment, block: Nodes): Nodes[] {
  const found: Nodes[] = [];
  const open: Nodes[] = [block];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "text") found.push(node);
    if (!("children" in node) || (node.type === "link" && !sourceOf(fragment, node).startsWith("["))) continue;
    for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as Nodes);
  }
  return found;
}

function covered(text: string, pattern: RegExp): string {
  return text.replace(pattern, (part) => cover.repeat(part.length));
}
