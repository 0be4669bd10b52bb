import { isNode } from "yaml";

/** Reports a fault between two offsets of the YAML text. */
export type Say = (
  rule: "yaml-syntax" | "yaml-duplicate-key" | "yaml-alias" | "nesting",
  reason: string,
  from: number,
  to: number,
) => void;

/** Offsets of a node, without the space after it. */
export function rangeOf(node: unknown, source: string): [number, number] {
  const range = isNode(node) ? node.range : undefined;
  if (!range) return [0, 0];
  const [from, to] = range;
  return [from, from + source.slice(from, to).trimEnd().length];
}

/** Where the line ends that an offset stands in. */
export function lineEnd(source: string, offset: number): number {
  const end = source.slice(offset).search(/\r?\n|$/);
  return offset + end;
}
