import { quote } from "@high-recall/core";
import { deepestNesting } from "@high-recall/rules";
import { type Document, isMap, isNode, isScalar, type Node, visit, type YAMLError } from "yaml";
import { lineEnd, type ReportFault, rangeOf } from "./yaml-source.ts";

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

/** Reports syntax errors where they begin, not where the parser noticed them. */
export function findSyntaxFaults(document: Document, source: string, report: ReportFault): void {
  const open = document.errors.length > 0 ? openIn(document, source) : undefined;
  if (open?.collection !== undefined) {
    const [from] = rangeOf(open.collection, source);
    const [mark, closing] = isMap(open.collection) ? ["{", "}"] : ["[", "]"];
    report("yaml-syntax", `\`${mark}\` is never closed: add \`${closing}\``, from, lineEnd(source, from));
  }
  let last = -1;
  for (const error of document.errors.slice(0, mostFaults)) {
    const [from, to] = error.pos;
    // An unclosed list is reported above, where it opens; and one fault a line is enough.
    if ((open?.collection !== undefined && error.code === "BAD_INDENT") || lineEnd(source, from) === last) continue;
    last = lineEnd(source, from);
    const { text, start = from, end = to } = explain(error, source, open?.quotes ?? []);
    report("yaml-syntax", text, start, end);
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

interface Explanation {
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
}

/** How to fix the most common faults; the parser's message is enough for the others. */
function explain(error: YAMLError, source: string, openQuotes: readonly number[]): Explanation {
  const [from] = error.pos;
  const line = { start: from, end: lineEnd(source, from) };
  const quoted = "put the whole value in single quotes";
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { text: "A tab cannot indent YAML: use spaces", end: from + 1 };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { text: `\`: \` inside a value begins another one: ${quoted}`, ...line };
    case "BAD_SCALAR_START":
      return {
        text: `A value cannot begin with ${source[from] === "`" ? "a backtick" : quote(source[from])}: ${quoted}`,
        end: from + 1,
      };
    case "BAD_DQ_ESCAPE": {
      const written = source.slice(from, from + 2);
      const text = `${quote(written)} means nothing in double quotes: write ${quote(`\\${written}`)}, or use single quotes`;
      return { text, end: from + 2 };
    }
    case "MISSING_CHAR": {
      const open = openQuotes.findLast((offset) => offset <= from);
      if (open !== undefined) {
        const mark = source[open];
        const text = `\`${mark}\` is never closed: add another \`${mark}\``;
        return { text, start: open, end: lineEnd(source, open) };
      }
      return { text: noColon(source.slice(from, line.end)), ...line };
    }
    case "MULTILINE_IMPLICIT_KEY":
      return { text: noColon(source.slice(from, line.end)), ...line };
    case "UNEXPECTED_TOKEN":
      return { text: `${quote(source.slice(from, line.end))} follows the value: ${quoted}`, ...line };
    default:
      return { text: `This is not YAML (${error.message.replace(/ at line [\s\S]*$/, "")}): write keys and values` };
  }
}

function noColon(line: string): string {
  return `${quote(line)} is not a key and a value: write it as \`key: value\``;
}
