import type { YamlFault } from "@high-recall/rules";
import { isNode } from "yaml";

/** Reports a fault between two offsets of the YAML text. */
export type ReportFault = (
  rule: YamlFault["rule"],
  text: string,
  from: number,
  to: number,
  replace?: YamlFault["replace"],
) => void;

/** Offsets of a node in the YAML text, without the space after it. */
export function rangeOf(node: unknown, source: string): [number, number] {
  const range = isNode(node) ? node.range : undefined;
  if (!range) return [0, 0];
  const [from, to] = range;
  return [from, from + source.slice(from, to).trimEnd().length];
}

/** Where the line of an offset ends. */
export function lineEnd(source: string, offset: number): number {
  const ending = /\r?\n|$/g;
  ending.lastIndex = offset;
  return ending.exec(source)?.index ?? source.length;
}
