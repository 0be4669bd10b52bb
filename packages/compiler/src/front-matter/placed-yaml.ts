import { quote } from "@high-recall/core";
import type { KeyPath, YamlFault } from "@high-recall/rules";
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import { type PlacedText, placeScalar } from "./placed-scalar.ts";
import { findCutValues } from "./yaml-comments.ts";
import { misplaced } from "./yaml-indentation.ts";
import { blocksOf, isPair, linesOf, type YamlLine } from "./yaml-line.ts";
import { findHidden, findMarks } from "./yaml-marks.ts";
import { lineEnd, type ReportFault, rangeOf } from "./yaml-source.ts";
import { findSyntaxFaults, isFlat, noColon } from "./yaml-syntax.ts";

/** A parsed YAML text, with the places of its keys and values. All offsets are those of the file. */
export interface PlacedYaml {
  readonly value: unknown;
  /** Where a key or value is; undefined when there is none. */
  rangeOf(path: KeyPath, part?: "key" | "value"): readonly [start: number, end: number] | undefined;
  /** A scalar key or value with the places of its characters; undefined when there is none. */
  textOf(path: KeyPath, part?: "key" | "value"): PlacedText | undefined;
}

/** What was read of a YAML text, and what is wrong with it. */
export interface ReadYaml {
  /** Everything but the keys with a fault; undefined when nothing can be read. */
  readonly yaml: PlacedYaml | undefined;
  readonly faults: readonly YamlFault[];
  /** Keys of the top level whose values cannot be read. */
  readonly unread: readonly string[];
}

/** Reads the YAML between two offsets of a file, with the place of everything in it. */
export function readPlacedYaml(text: string, start: number, end: number): ReadYaml {
  const source = text.slice(start, end);
  const faults: YamlFault[] = [];
  const reportFrom =
    (base: number, list: YamlFault[]): ReportFault =>
    (rule, words, from, to, by) => {
      if (list.length >= mostFaults) return;
      const fault = { rule, text: words, start: base + from, end: base + to };
      list.push(by === undefined ? fault : { ...fault, by });
    };
  if (!isFlat(source, reportFrom(start, faults))) return { yaml: undefined, faults, unread: [] };
  const document = parse(source);
  const found: YamlFault[] = [];
  findFaults(document, source, reportFrom(start, found));
  if (found.length === 0) return { yaml: placed(document, source, start), faults, unread: [] };
  const { rest, unread } = withoutFaulty(source, (from) => reportFrom(start + from, faults));
  // What is wrong only when all is read together leaves nothing to read.
  if (faults.length === 0) return { yaml: undefined, faults: found, unread };
  const remaining = parse(rest);
  return { yaml: remaining.errors.length > 0 ? undefined : placed(remaining, rest, start), faults, unread };
}

/** A file full of faults could cause thousands of messages, which nobody reads. */
const mostFaults = 50;

function parse(source: string): Document {
  return parseDocument(source, { prettyErrors: false, schema: "core", logLevel: "silent", uniqueKeys: false });
}

function findFaults(document: Document, source: string, report: ReportFault): void {
  const lines = new Set<number>();
  findMarks(document, source, (rule, text, from, to) => {
    lines.add(lineEnd(source, from));
    report(rule, text, from, to);
  });
  // A comment that cuts off a bracket or a colon causes syntax errors, which would mislead.
  if (findCutValues(document, source, report) > 0) return;
  findSyntaxFaults(document, source, report, (offset) => lines.has(lineEnd(source, offset)));
  findHidden(document, source, report);
}

/** Judges each key of the top level on its own. The rest is the text with spaces in the place of those with a fault. */
function withoutFaulty(
  source: string,
  reportFrom: (offset: number) => ReportFault,
): { readonly rest: string; readonly unread: readonly string[] } {
  const unread: string[] = [];
  const seen = new Set<string>();
  const parts: string[] = [];
  const blocks = blocksOf(source);
  for (const [index, { start, end }] of blocks.entries()) {
    const written = source.slice(start, end);
    const lines = linesOf(written);
    const faults = faultsOf(written, lines, blocks.length > 1, seen);
    const above = blocks[index - 1];
    const stray = above && faults.length > 0 ? strayKey(lines, linesOf(source.slice(above.start, start))) : undefined;
    if (stray !== undefined) {
      // The keys above and below it belong together, and neither has all of them.
      unread.push(...keysIn(linesOf(source.slice(above?.start, start)).slice(0, 1)));
      parts.splice(-1, 1, blank(parts.at(-1) ?? ""));
    }
    const report = reportFrom(start);
    for (const { rule, text, start: from, end: to, by } of stray === undefined ? faults : [stray]) {
      report(rule, text, from, to, by);
    }
    const first = keysIn(lines.slice(0, 1));
    if (faults.length > 0 && !first.some((key) => seen.has(key))) {
      unread.push(...first, ...keysIn(lines.filter((line) => faults.some((fault) => isOn(line, fault)))));
    }
    for (const key of first) seen.add(key);
    parts.push(faults.length > 0 ? blank(written) : written);
  }
  return { rest: parts.join(""), unread };
}

/** The faults of one block; offsets are its own. */
function faultsOf(
  written: string,
  lines: readonly YamlLine[],
  isOneOfMany: boolean,
  seen: ReadonlySet<string>,
): YamlFault[] {
  const [line] = lines;
  if (line === undefined) return [];
  const whole = { start: line.from, end: line.end };
  const [key] = keysIn([line]);
  if (key !== undefined && seen.has(key)) {
    const text = `${quote(key)} is there already: write each key once`;
    return [{ rule: "yaml-duplicate-key", text, start: line.from, end: line.from + key.length }];
  }
  const faults: YamlFault[] = [];
  findFaults(parse(written), written, (rule, text, start, end, by) => {
    faults.push({ rule, text, start, end, ...(by === undefined ? {} : { by }) });
  });
  if (faults.length > 0 || !isOneOfMany) return faults;
  // Alone each of these would be YAML.
  if (line.indent > 0 && isPair(line)) return [{ rule: "yaml-syntax", ...misplaced(line, "the other keys", 0) }];
  if (line.key === undefined && !line.isEntry) return [{ rule: "yaml-syntax", ...noColon(line.text, whole) }];
  return [];
}

/** A key at the very left between two that are indented alike: it, not they, is out of place. */
function strayKey([line, below]: readonly YamlLine[], above: readonly YamlLine[]): YamlFault | undefined {
  const last = above.at(-1);
  if (line === undefined || below === undefined || last === undefined) return undefined;
  const isAlike = last.indent > 0 && last.indent === below.indent && isPair(last) && isPair(below);
  if (!isAlike || !isPair(line) || line.value === "" || last.isEntry || below.isEntry) return undefined;
  return { rule: "yaml-syntax", ...misplaced(line, quote(last.key), last.indent) };
}

/** The keys of lines, without quotes; of a line without a colon, the word that may be one. */
function keysIn(lines: readonly YamlLine[]): string[] {
  return lines.flatMap((line) => {
    const key = line.key ?? /^[A-Za-z][\w-]{0,40}(?![\w-])/.exec(line.text)?.[0];
    return key === undefined ? [] : [key.replace(/^(['"])(.*)\1$/, "$2")];
  });
}

function isOn({ start, end }: YamlLine, fault: YamlFault): boolean {
  return fault.start <= end && fault.end >= start;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function placed(document: Document, source: string, start: number): PlacedYaml {
  const pairsOf = memoiseByObject(pairsByKey);
  // A value may have thousands of faults, each placed by the same characters.
  const placeOnce = memoiseByObject((scalar: Scalar) => placeScalar(scalar, source, start));
  const find = (path: KeyPath, part: "key" | "value") => {
    const { pair, node } = walk(document, path, pairsOf) ?? {};
    return part === "key" && pair !== undefined ? pair.key : node;
  };
  trimBlocks(document);
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    rangeOf(path, part = "value") {
      const found = find(path, part);
      if (!found) return undefined;
      const [from, to] = rangeOf(found, source);
      return [start + from, start + to];
    },
    textOf(path, part = "value") {
      const found = find(path, part);
      return isScalar(found) ? placeOnce(found) : undefined;
    },
  };
}

/** The line ending at the end of `title: >` and its lines is no part of the value: nobody sees it. */
function trimBlocks(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
      if (isBlock && typeof node.value === "string") node.value = node.value.trimEnd();
    },
  });
}

type Pairs = ReadonlyMap<string, Pair>;

function walk(
  document: Document,
  path: KeyPath,
  pairsOf: (map: YAMLMap) => Pairs,
): { pair: Pair | undefined; node: unknown } | undefined {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const step of path) {
    if (isMap(node)) {
      pair = pairsOf(node).get(String(step));
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

function pairsByKey(map: YAMLMap): Pairs {
  return new Map(map.items.map((pair) => [keyText(pair.key), pair]));
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value ?? "") : String(key);
}

/** Caches the results of a function by object, as long as the object exists. */
function memoiseByObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
