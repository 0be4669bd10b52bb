import type { Position } from "unist";
import type { VFile } from "vfile";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { invisibles } from "./characters.ts";
import { deepest } from "./nesting.ts";
import { type PlacedText, placeAt, placeWithin } from "./place.ts";
import { quote } from "./quote.ts";
import { report } from "./report.ts";
import { placeScalar } from "./scalar.ts";

export type Path = readonly (string | number)[];

/** A YAML text that could be read, and where its keys and values stand. */
export interface Yaml {
  readonly value: unknown;
  /** Where a key or value stands; undefined when there is none. */
  place(path: Path, part?: "key" | "value"): Position | undefined;
  /** A scalar key or value with the places of its characters; undefined when there is none. */
  text(path: Path, part?: "key" | "value"): PlacedText | undefined;
}

/** Reads YAML between two offsets of a file; reports what cannot be read, and then gives nothing. */
export function readYaml(file: VFile, start: number, end: number): Yaml | undefined {
  const source = String(file).slice(start, end);
  const at = (from: number, to: number) => placeAt(file, start + from, start + to);
  const say: Say = (rule, reason, from, to) => void report(file, rule, reason, at(from, to));
  if (!isFlat(source, say)) return undefined;
  const document = parseDocument(source, { prettyErrors: false, schema: "core", logLevel: "silent" });
  const faults = [
    reportSyntax(document, source, say),
    reportMarks(document, source, say),
    reportHidden(document, source, start, file),
  ];
  if (faults.includes(true)) return undefined;

  const find = (path: Path, part: "key" | "value") => {
    const { pair, node } = walk(document, path) ?? {};
    return part === "key" && pair !== undefined ? pair.key : node;
  };
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    place(path, part = "value") {
      const found = find(path, part);
      return found ? at(...rangeOf(found, source)) : undefined;
    },
    text(path, part = "value") {
      const found = find(path, part);
      return isScalar(found) ? placeScalar(found, source, start) : undefined;
    },
  };
}

type Say = (
  rule: "yaml-syntax" | "yaml-duplicate-key" | "yaml-alias" | "nesting",
  reason: string,
  from: number,
  to: number,
) => void;

/** Guards the parser's recursion: counts how deep brackets and list marks can nest, before parsing. */
function isFlat(source: string, say: Say): boolean {
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

function reportSyntax(document: Document, source: string, say: Say): boolean {
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

/** Anchors, aliases and tags: each makes the text mean something other than it shows. */
function reportMarks(document: Document, source: string, say: Say): boolean {
  let isMarked = false;
  if (!/[&*!]/.test(source)) return false;
  const mark = (what: string, from: number, to: number) => {
    isMarked = true;
    say(
      "yaml-alias",
      `Unexpected ${what} ${quote(source.slice(from, to))}, expected plain values: write it out, or put it in quotes`,
      from,
      to,
    );
  };
  visit(document, {
    Alias(_, node) {
      if (node.range) mark("alias", node.range[0], node.range[1]);
    },
    Node(_, node) {
      const from = node.range?.[0] ?? 0;
      if ("anchor" in node && node.anchor) markBefore(from, `&${node.anchor}`, "anchor");
      if (
        "tag" in node &&
        node.tag &&
        source
          .slice(0, from)
          .trimEnd()
          .match(/![^\s]*$/)
      ) {
        const tag = /![^\s]*$/.exec(source.slice(0, from).trimEnd());
        if (tag !== null) mark("tag", tag.index, tag.index + tag[0].length);
      }
    },
  });
  return isMarked;

  function markBefore(from: number, written: string, what: string): void {
    const index = Math.max(source.lastIndexOf(written, from), 0);
    mark(what, index, index + written.length);
  }
}

/** A `\t` or `\u200b` in double quotes: the value then holds what nobody can see. */
function reportHidden(document: Document, source: string, base: number, file: VFile): boolean {
  let isHidden = false;
  if (!source.includes("\\")) return false;
  visit(document, {
    Scalar(_, node) {
      if (node.type !== "QUOTE_DOUBLE" || typeof node.value !== "string") return;
      const placed = placeScalar(node, source, base);
      const hidden = [
        ...invisibles(placed.text).map(({ index }) => index),
        ...[...placed.text.matchAll(/[\t\n]/g)].map(({ index }) => index),
      ];
      for (const index of hidden) {
        const place = placeWithin(file, placed, index, index + 1);
        const written = String(file).slice(place.start.offset, place.end.offset);
        // What stands there openly is reported by checkCharacters; a folded line is no escape.
        if (!written.startsWith("\\") || written.length > 10) continue;
        isHidden = true;
        report(
          file,
          "invisible-character",
          `Unexpected ${quote(written)} in double quotes, which is an invisible character, expected ${quote(`\\${written}`)}: double the backslash, or use single quotes`,
          place,
        );
      }
    },
  });
  return isHidden;
}

function walk(document: Document, path: Path): { pair: Pair | undefined; node: unknown } | undefined {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const step of path) {
    if (isMap(node)) {
      pair = node.items.find(({ key }) => keyText(key) === String(step));
      if (pair === undefined) return undefined;
      node = pair.value ?? pair.key;
    } else if (isSeq(node) && typeof step === "number") {
      pair = undefined;
      node = node.items[step];
    } else {
      return undefined;
    }
    if (node === undefined) return undefined;
  }
  return { pair, node };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value ?? "") : String(key);
}

function rangeOf(node: unknown, source: string): [number, number] {
  const range = isNode(node) ? node.range : undefined;
  if (!range) return [0, 0];
  const [from, to] = range;
  return [from, from + source.slice(from, to).trimEnd().length];
}

function lineEnd(source: string, offset: number): number {
  const end = source.slice(offset).search(/\r?\n|$/);
  return offset + end;
}
