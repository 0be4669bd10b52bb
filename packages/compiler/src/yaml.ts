import type { Position } from "unist";
import type { VFile } from "vfile";
import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import { type PlacedText, placeAt } from "./place.ts";
import { report } from "./report.ts";
import { placeScalar } from "./scalar.ts";
import { reportHidden, reportMarks } from "./yaml-marks.ts";
import { rangeOf, type Say } from "./yaml-source.ts";
import { isFlat, reportSyntax } from "./yaml-syntax.ts";

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
