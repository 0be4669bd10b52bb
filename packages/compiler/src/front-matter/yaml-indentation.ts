import { quote } from "@high-recall/core";
import { isPair, linesOf, type YamlLine } from "./yaml-line.ts";
import type { Explanation } from "./yaml-source.ts";

/** Tabs before a key or an entry, one a line. */
export function findTabs(source: string): Explanation[] {
  return linesOf(source).flatMap(({ start, from }) => {
    const tab = source.slice(start, from).indexOf("\t");
    const text = "A tab cannot indent YAML: use spaces";
    return tab < 0 ? [] : [{ text, start: start + tab, end: start + tab + 1 }];
  });
}

/**
 * A line that does not begin where the keys around it do. YAML then reads on in the value above, or gives up, so its own
 * faults are elsewhere.
 *
 * @param offset where YAML found a fault
 */
export function findMisindented(source: string, offset: number): Explanation | undefined {
  const lines = linesOf(source);
  const index = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[index];
  if (line === undefined) return undefined;
  const next = lines[index + 1];
  const isRight = isPair(line) && !/:\s/.test(line.value);
  if (isRight && line.value !== "" && next !== undefined && next.indent > line.indent && isPair(next)) {
    // A key at the very left that the keys above and below are not: it, not the next, is out of place.
    return explainPlace(lines, index + 1);
  }
  return index > 0 && isPair(line) && offset < line.valueFrom ? explainPlace(lines, index) : undefined;
}

/** Says where a line should begin: where the nearest of the keys above it does. */
function explainPlace(lines: readonly YamlLine[], index: number): Explanation | undefined {
  const line = lines[index];
  if (line === undefined || !isPair(line)) return undefined;
  const above = lines
    .slice(0, index)
    .filter((one) => isPair(one))
    .reverse();
  const column = columnOf(line);
  const far = (one: YamlLine) => Math.abs(columnOf(one) - column);
  const [first] = above;
  if (first === undefined) return undefined;
  const model = above.reduce((best, one) => (far(one) < far(best) ? one : best), first);
  const expected = columnOf(model) - (line.from - line.start - line.indent);
  if (expected < 0 || expected === line.indent) return undefined;
  return misplaced(line, quote(model.key), expected);
}

/** The message for a line that should have a number of spaces before it, as the line of a key above it has. */
export function misplaced(
  { start, from, text, key = "", isEntry }: YamlLine,
  model: string,
  spaces: number,
): Explanation {
  const count = spaces === 1 ? "1 space" : `${spaces} spaces`;
  const remedy = spaces === 0 ? "delete the spaces before it" : `put ${count} before it`;
  return {
    text: `${quote(key)} does not line up with ${model}: ${remedy}`,
    start,
    end: from + key.length,
    ...(isEntry ? {} : { by: " ".repeat(spaces) + text.slice(0, key.length) }),
  };
}

/** Characters before the key. */
function columnOf({ from, start }: YamlLine): number {
  return from - start;
}
