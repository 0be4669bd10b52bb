import { quote } from "@high-recall/core";
import { type Document, isMap, isNode, type Node, visit, type YAMLError } from "yaml";
import { deepest } from "./nesting.ts";
import { lineEnd, rangeOf, type Say } from "./yaml-source.ts";

/** Guards the parser's recursion: counts how deep brackets and list marks can nest, before parsing. */
export function isFlat(source: string, say: Say): boolean {
  const limit = 8 * deepest;
  let depth = 0;
  for (const bracket of source.matchAll(/[[\]{}]/g)) {
    depth = "[{".includes(bracket[0]) ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > limit) return tooDeep(bracket.index);
  }
  const marks = new RegExp(`^(?:[ \\t]*[-?:](?=\\s)){${limit}}`, "m").exec(source);
  return marks === null || tooDeep(marks.index);

  function tooDeep(index: number): false {
    say("nesting", `Unexpected YAML more than ${limit} levels deep, expected a flat list of keys`, index, index + 1);
    return false;
  }
}

/** Reports what is no YAML, where the fault begins rather than where the parser noticed it. */
export function reportSyntax(document: Document, source: string, say: Say): boolean {
  const unclosed = document.errors.length > 0 ? innermostUnclosed(document, source) : undefined;
  if (unclosed !== undefined) {
    const [from] = rangeOf(unclosed, source);
    const [open, close] = isMap(unclosed) ? ["{", "}"] : ["[", "]"];
    say(
      "yaml-syntax",
      `Unexpected \`${open}\` that is never closed, expected \`${close}\``,
      from,
      lineEnd(source, from),
    );
  }
  let last = -1;
  for (const error of document.errors) {
    const [from, to] = error.pos;
    // A flow collection left open is reported above, where it opens; and one fault a line is enough to mend it.
    if ((unclosed !== undefined && error.code === "BAD_INDENT") || lineEnd(source, from) === last) continue;
    last = lineEnd(source, from);
    const rule = error.code === "DUPLICATE_KEY" ? "yaml-duplicate-key" : "yaml-syntax";
    const { reason, start = from, end = to } = explain(error, source, document);
    say(rule, reason, start, end);
  }
  const separator = /^(?:\.\.\.|---)(?=\s|$)/m.exec(source);
  if (separator !== null) {
    const reason = `Unexpected ${quote(separator[0])}, expected \`---\` after the front matter`;
    say("yaml-syntax", reason, separator.index, separator.index + 3);
  }
  return unclosed !== undefined || document.errors.length > 0 || separator !== null;
}

function innermostUnclosed(document: Document, source: string): Node | undefined {
  let innermost: Node | undefined;
  visit(document, {
    Collection(_, node) {
      if (node.flow && node.range && !/[\]}]$/.test(source.slice(0, node.range[1]).slice(node.range[0])))
        innermost = node;
    },
  });
  return innermost;
}

interface Explanation {
  readonly reason: string;
  readonly start?: number;
  readonly end?: number;
}

/** The way out of the faults that authors make most; other errors speak for themselves. */
function explain(error: YAMLError, source: string, document: Document): Explanation {
  const [from] = error.pos;
  const line = { start: from, end: lineEnd(source, from) };
  const quoted = "put the whole value in single quotes";
  switch (error.code) {
    case "DUPLICATE_KEY": {
      const key = keyAt(document, from);
      const end = key?.range?.[1] ?? from + 1;
      return { reason: `Unexpected second ${quote(source.slice(from, end))}, expected each key once`, end };
    }
    case "TAB_AS_INDENT":
      return { reason: "Unexpected tab as indentation, expected spaces", end: from + 1 };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { reason: `Unexpected \`: \` inside a value, expected quotes around it: ${quoted}`, ...line };
    case "BAD_SCALAR_START":
      return {
        reason: `Unexpected ${quote(source[from])} at the start of a value, expected quotes: ${quoted}`,
        end: from + 1,
      };
    case "BAD_DQ_ESCAPE": {
      const written = source.slice(from, from + 2);
      const reason = `Unexpected ${quote(written)} in double quotes, expected ${quote(`\\${written}`)}: double the backslash, or use single quotes`;
      return { reason, end: from + 2 };
    }
    case "MISSING_CHAR": {
      const open = quoteOpenAt(document, source, from);
      if (open !== undefined) {
        const mark = source[open];
        return {
          reason: `Unexpected \`${mark}\` that is never closed, expected another \`${mark}\``,
          start: open,
          end: lineEnd(source, open),
        };
      }
      return {
        reason: `Unexpected ${quote(source.slice(from, line.end))}, expected a key and a value such as \`key: value\``,
        ...line,
      };
    }
    case "UNEXPECTED_TOKEN":
      return {
        reason: `Unexpected ${quote(source.slice(from, line.end))} after the value, expected quotes around all of it: ${quoted}`,
        ...line,
      };
    default:
      return { reason: `Unexpected YAML, expected keys and values: ${error.message.replace(/ at line [\s\S]*$/, "")}` };
  }
}

function keyAt(document: Document, offset: number): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Pair(_, pair) {
      if (isNode(pair.key) && pair.key.range?.[0] === offset) found = pair.key;
    },
  });
  return found;
}

/** Where a quoted scalar opens that ends, unclosed, at this offset. */
function quoteOpenAt(document: Document, source: string, offset: number): number | undefined {
  let open: number | undefined;
  visit(document, {
    Scalar(_, node) {
      const isQuoted = node.type === "QUOTE_SINGLE" || node.type === "QUOTE_DOUBLE";
      if (!isQuoted || !node.range || node.range[0] > offset) return;
      const written = source.slice(node.range[0], node.range[1]);
      if (written.length < 2 || written.at(-1) !== written[0]) open = node.range[0];
    },
  });
  return open;
}
