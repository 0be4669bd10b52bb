import { quote } from "@high-recall/core";
import { deepestNesting } from "@high-recall/rules";
import { type Document, isNode, isScalar, type Node, visit, type YAMLError } from "yaml";
import { findBracedTex } from "./yaml-braces.ts";
import { findMisindented, findTabs } from "./yaml-indentation.ts";
import { linesOf } from "./yaml-line.ts";
import { findInnerQuotes, quoted } from "./yaml-quoting.ts";
import { type Explanation, lineEnd, type ReportFault, rangeOf } from "./yaml-source.ts";

/** Guards the parser's recursion: counts how deep brackets and list marks can nest, before parsing. */
export function isFlat(source: string, report: ReportFault): boolean {
  const limit = 8 * deepestNesting;
  let depth = 0;
  for (const bracket of source.matchAll(/[[\]{}]/g)) {
    depth = "[{".includes(bracket[0]) ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > limit) return tooDeep(bracket.index);
  }
  const marks = new RegExp(`^(?:[ \\t]*[-?:](?=\\s)){${limit}}`, "m").exec(source);
  return marks === null || tooDeep(marks.index);

  function tooDeep(index: number): false {
    report("nesting", `The YAML is more than ${limit} levels deep: write a flat list of keys`, index, index + 1);
    return false;
  }
}

/** A file full of faults could cause thousands of messages, which nobody reads. */
const mostFaults = 50;

/**
 * Reports syntax errors where they begin, not where the parser noticed them, and each once: what follows from a tab, a
 * quote or a brace is not reported as well.
 * @param isReported whether the line of an offset has a fault of another rule
 */
export function findSyntaxFaults(
  document: Document,
  source: string,
  report: ReportFault,
  isReported: (offset: number) => boolean = () => false,
): void {
  if (document.errors.length > 0) {
    const [cause, ...others] = causesOf(document, source);
    const explained = cause === undefined ? explainEach(document, source, isReported) : [cause, ...others];
    for (const { text, start, end, by } of explained.slice(0, mostFaults)) report("yaml-syntax", text, start, end, by);
    if (cause !== undefined) return;
  }
  for (const key of repeatedKeys(document).slice(0, mostFaults)) {
    const [from, to] = rangeOf(key, source);
    report("yaml-duplicate-key", `${quote(source.slice(from, to))} is there already: write each key once`, from, to);
  }
  const separator = /^(?:\.\.\.|---)(?=\s|$)/m.exec(source);
  if (separator !== null) {
    const text = `${quote(separator[0])} is inside the front matter: end it with \`---\` after its last key`;
    report("yaml-syntax", text, separator.index, separator.index + 3);
  }
}

/** Mistakes that make YAML misread all that follows; empty when there is none of them. */
function causesOf(document: Document, source: string): Explanation[] {
  const hasTab = document.errors.some(({ code }) => code === "TAB_AS_INDENT");
  const tabs = hasTab ? findTabs(source) : [];
  if (tabs.length > 0) return tabs;
  const causes = [...findInnerQuotes(source), ...(source.includes("{") ? findBracedTex(source) : [])];
  return causes.sort((one, other) => one.start - other.start);
}

/** An explanation of each error, one a line. */
function explainEach(document: Document, source: string, isReported: (offset: number) => boolean): Explanation[] {
  const found: Explanation[] = [];
  const open = openIn(document, source);
  if (open.collection !== undefined) {
    const [start] = rangeOf(open.collection, source);
    const [mark, closing] = source[start] === "{" ? ["{", "}"] : ["[", "]"];
    found.push({ text: `\`${mark}\` is never closed: add \`${closing}\``, start, end: lineEnd(source, start) });
  }
  let last = -1;
  for (const error of document.errors.slice(0, mostFaults)) {
    const [from] = error.pos;
    // An unclosed list is reported above, where it opens; and one fault a line is enough.
    if ((open.collection !== undefined && error.code === "BAD_INDENT") || lineEnd(source, from) === last) continue;
    last = lineEnd(source, from);
    if (isReported(from)) continue;
    const dash = dashWithoutSpace(source, from);
    if (dash !== undefined) {
      found.push(dash);
      break;
    }
    const misindented = indentation.has(error.code) ? findMisindented(source, from) : undefined;
    found.push(misindented ?? explain(error, source, open.quotes));
    // Where the next line belongs is unknown.
    if (misindented !== undefined) break;
  }
  return found;
}

/** An entry of a list whose mark lacks its space, on the line of an error: `-title: Adam`. */
function dashWithoutSpace(source: string, offset: number): Explanation | undefined {
  const line = linesOf(source).findLast(({ start }) => start <= offset);
  if (line === undefined || !/^-[^\s-]/.test(line.text)) return undefined;
  return {
    text: "A space is missing after `-`: write `- ` before an entry",
    start: line.from,
    end: line.from + 1,
    by: "- ",
  };
}

/** Errors that a key at the wrong column may cause. */
const indentation: ReadonlySet<YAMLError["code"]> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
]);

/** The innermost flow collection that is never closed, and where quoted texts open that are never closed. */
function openIn(document: Document, source: string): { collection: Node | undefined; quotes: readonly number[] } {
  let collection: Node | undefined;
  const quotes: number[] = [];
  visit(document, {
    Collection(_, node) {
      if (node.flow && node.range && !"]}".includes(source.charAt(node.range[1] - 1))) collection = node;
    },
    Scalar(_, node) {
      const isQuoted = node.type === "QUOTE_SINGLE" || node.type === "QUOTE_DOUBLE";
      if (!isQuoted || !node.range) return;
      const [from, to] = node.range;
      if (to - from < 2 || source[to - 1] !== source[from]) quotes.push(from);
    },
  });
  return { collection, quotes };
}

/** Keys that occur earlier in the same map, in the order of the text. */
function repeatedKeys(document: Document): Node[] {
  const repeated: Node[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        if (seen.has(name) && isNode(key)) repeated.push(key);
        seen.add(name);
      }
    },
  });
  return repeated;
}

/** How to fix the most common faults; the parser's message is enough for the others. */
function explain(error: YAMLError, source: string, openQuotes: readonly number[]): Explanation {
  const [from, to] = error.pos;
  const end = lineEnd(source, from);
  const value = source.slice(from, end).trimEnd();
  const whole = { start: from, end: from + value.length };
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { text: "A tab cannot indent YAML: use spaces", start: from, end: from + 1 };
    case "BLOCK_AS_IMPLICIT_KEY": {
      const { text: by, remedy } = quoted(value);
      return { text: `\`: \` inside a value begins another one: ${remedy}`, ...whole, by };
    }
    case "BAD_SCALAR_START": {
      const sign = source[from] === "`" ? "a backtick" : quote(source[from]);
      return { text: `A value cannot begin with ${sign}: ${quoted(value).remedy}`, start: from, end: from + 1 };
    }
    case "BAD_DQ_ESCAPE": {
      const written = source.slice(from, from + 2);
      const text = `${quote(written)} means nothing in double quotes: write ${quote(`\\${written}`)}, or use single quotes`;
      return { text, start: from, end: from + 2 };
    }
    case "MISSING_CHAR": {
      const open = openQuotes.findLast((offset) => offset <= from);
      if (open !== undefined) {
        const mark = source[open];
        const text = `\`${mark}\` is never closed: add another \`${mark}\``;
        return { text, start: open, end: lineEnd(source, open) };
      }
      return noColon(value, whole);
    }
    case "MULTILINE_IMPLICIT_KEY":
      return noColon(value, whole);
    case "UNEXPECTED_TOKEN":
      return { text: `${quote(value)} follows the value: ${remedyOf(source, from)}`, ...whole };
    default: {
      const reason = error.message.replace(/ at line [\s\S]*$/, "");
      return { text: `This is not YAML (${reason}): write keys and values`, start: from, end: to };
    }
  }
}

/** How to make one value of a value and what follows it. */
function remedyOf(source: string, from: number): string {
  const line = linesOf(source).findLast(({ start }) => start <= from);
  const link = line && /^\[([^\][]{0,200})\]\(([^()\s]{0,500})\)$/.exec(line.value);
  if (link) return `a link is written in two keys, ${quote(`title: ${link[1]}`)} and ${quote(`url: ${link[2]}`)}`;
  return quoted(line?.value ?? "").remedy;
}

/** A line without a colon where a key and a value should be. */
export function noColon(line: string, whole: { readonly start: number; readonly end: number }): Explanation {
  const [, key = "", value = ""] = /^([A-Za-z][\w-]{0,40})\s{0,9}[:=]\s{0,9}(?=\S)(.*)$/.exec(line.trimStart()) ?? [];
  if (key === "" || value === "") {
    return { text: `${quote(line)} is not a key and a value: write it as \`key: value\``, ...whole };
  }
  const by = `${key}: ${value}`;
  const start = whole.end - line.trimStart().length;
  return { text: `${quote(line)} is not a key and a value: write ${quote(by)}`, start, end: whole.end, by };
}
