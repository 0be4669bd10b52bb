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
import { findHidden, findMarks } from "./yaml-marks.ts";
import { type ReportFault, rangeOf } from "./yaml-source.ts";
import { findSyntaxFaults, isFlat } from "./yaml-syntax.ts";

/** A parsed YAML text, with the places of its keys and values. All offsets are those of the file. */
export interface PlacedYaml {
  readonly value: unknown;
  /** Where a key or value is; undefined when there is none. */
  rangeOf(path: KeyPath, part?: "key" | "value"): readonly [start: number, end: number] | undefined;
  /** A scalar key or value with the places of its characters; undefined when there is none. */
  textOf(path: KeyPath, part?: "key" | "value"): PlacedText | undefined;
}

/** Reads the YAML between two offsets of a file, with the place of everything in it. */
export function readPlacedYaml(
  text: string,
  start: number,
  end: number,
): { readonly yaml: PlacedYaml | undefined; readonly faults: readonly YamlFault[] } {
  const source = text.slice(start, end);
  const faults: YamlFault[] = [];
  const report: ReportFault = (rule, words, from, to, replace) =>
    void faults.push({ rule, text: words, start: start + from, end: start + to, replace });
  if (!isFlat(source, report)) return { yaml: undefined, faults };
  const document = parseDocument(source, {
    prettyErrors: false,
    schema: "core",
    logLevel: "silent",
    uniqueKeys: false,
  });
  // A comment that cuts off a bracket or a colon causes syntax errors, which would mislead.
  if (findCutValues(document, source, report) === 0) findSyntaxFaults(document, source, report);
  findMarks(document, source, report);
  findHidden(document, source, report);
  return { yaml: faults.length > 0 ? undefined : placed(document, source, start), faults };
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
