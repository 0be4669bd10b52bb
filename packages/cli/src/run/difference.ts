import { diffArrays } from "diff";

/** The first line where two outputs differ. */
export interface Difference {
  /** Index of the line, from 0. */
  readonly line: number;
  /** Undefined when that output has fewer lines. */
  readonly expected: string | undefined;
  readonly found: string | undefined;
}

/** The first difference, ignoring a line break at the end; undefined when there is none. */
export function firstDifference(expected: string, printed: string): Difference | undefined {
  const found = printed.endsWith("\n") ? printed.slice(0, -1) : printed;
  if (found === expected) return undefined;
  const expectedLines = expected.split("\n");
  const foundLines = found.split("\n");
  const line = expectedLines.findIndex((text, index) => text !== foundLines[index]);
  const at = line < 0 ? expectedLines.length : line;
  return { line: at, expected: expectedLines[at], found: foundLines[at] };
}

/** The whole difference as a patch: `-` in the fence, `+` printed. */
export function patch(expected: string, printed: string, most = 40): string {
  const found = printed.endsWith("\n") ? printed.slice(0, -1) : printed;
  const lines = diffArrays(expected.split("\n"), found.split("\n")).flatMap(({ added, removed, value }) =>
    value.map((line) => `${added ? "+" : removed ? "-" : " "} ${line}`),
  );
  const shown = lines.slice(0, most);
  return [...shown, ...(lines.length > most ? [`… ${lines.length - most} more lines`] : [])].join("\n");
}
