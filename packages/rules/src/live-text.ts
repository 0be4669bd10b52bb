import type { Heading, Nodes, Paragraph, TableCell } from "mdast";
import { offsetsOf, sourceOf } from "./fragment.ts";
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
const cover = "\0";

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

/** Quote marks and indent before the text of a line that continues a paragraph. */
const linePrefix = /(?<=\n)[ \t>]+/g;

/** Addresses, where a parser does not say which part of a text is one. */
const address = /(?:https?:\/\/|www\.)[^\s<]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+/gi;

type Span = readonly [start: number, end: number];

function writtenText(fragment: Fragment, block: TextBlock): string {
  const source = sourceOf(fragment, block);
  const [base] = offsetsOf(block) ?? [0];
  let text = "";
  for (const { start, end, isWhole } of spansIn(fragment, block)) {
    if (start - base < text.length || end <= start) continue;
    const words = fragment.text.slice(start, end);
    text += cover.repeat(start - base - text.length);
    text += isWhole ? withoutPrefixes(words) : withoutPrefixes(covered(words, address));
  }
  return text + cover.repeat(Math.max(source.length - text.length, 0));
}

function withoutPrefixes(words: string): string {
  return words.includes("\n") ? words.replace(linePrefix, (prefix) => " ".repeat(prefix.length)) : words;
}

interface TextSpan {
  readonly start: number;
  readonly end: number;
  /** Whether all of it is one text; otherwise there may be addresses in it. */
  readonly isWhole: boolean;
}

/** Where the texts of a block are, in order, without those that are addresses. */
function spansIn(fragment: Fragment, block: Nodes): TextSpan[] {
  const found: TextSpan[] = [];
  const open: (Nodes | TextSpan)[] = [block];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!("type" in next)) {
      found.push(next);
      continue;
    }
    const extent = offsetsOf(next);
    if (next.type === "text" && extent !== undefined) found.push({ start: extent[0], end: extent[1], isWhole: true });
    if (!("children" in next) || extent === undefined || isAddress(fragment, next)) continue;
    open.push(...partsOf(next, insideOf(fragment, next, extent)).reverse());
  }
  return found;
}

function isAddress(fragment: Fragment, node: Nodes): boolean {
  return node.type === "link" && !sourceOf(fragment, node).startsWith("[");
}

/**
 * The children of a node. A parser that finds addresses in a text after it was parsed cuts the text into pieces without
 * places: together they are all that is between the children before and after them.
 */
function partsOf(parent: Nodes & { children: Nodes[] }, [from, to]: Span): (Nodes | TextSpan)[] {
  const parts: (Nodes | TextSpan)[] = [];
  let last = from;
  let isOpen = false;
  for (const child of parent.children) {
    const extent = offsetsOf(child);
    if (extent === undefined) {
      isOpen = true;
      continue;
    }
    if (isOpen) parts.push({ start: last, end: extent[0], isWhole: false });
    parts.push(child);
    [last, isOpen] = [extent[1], false];
  }
  return isOpen ? [...parts, { start: last, end: to, isWhole: false }] : parts;
}

/** Where the content of a node is, without its signs. */
function insideOf(fragment: Fragment, node: Nodes, [start, end]: Span): Span {
  const signs =
    node.type === "emphasis" ? 1 : node.type === "strong" ? 2 : node.type === "delete" ? tildes(fragment, node) : 0;
  return [start + signs, end - signs];
}

function tildes(fragment: Fragment, node: Nodes): number {
  return sourceOf(fragment, node).startsWith("~~") ? 2 : 1;
}

function covered(text: string, pattern: RegExp): string {
  return text.replace(pattern, (part) => cover.repeat(part.length));
}
