import { type Code, type CodeItem, codeParts } from "@high-recall/core";

/** The lines of a sample that a card shows, counted from 1. */
export interface Sample {
  readonly code: Code;
  readonly keyLines: ReadonlySet<number>;
  /** Runs of lines, in order: between two of them lines are left out. */
  readonly shown: readonly (readonly number[])[];
}

/** Most lines of a sample that a card shows whole. */
const most = 24;

/**
 * What a card shows of a sample: all but what imports or prints if that is short, else the parts (lines between blank lines, an
 * indented one with the part above it) with key lines in them. Undefined without a solution or key lines.
 */
export function sampleOf(item: CodeItem): Sample | undefined {
  const { solution } = codeParts(item);
  if (solution === undefined) return undefined;
  const lines = solution.value.split("\n");
  const keyLines = new Set(item.keyLines.filter((line) => line <= lines.length));
  if (keyLines.size === 0) return undefined;
  const parts = partsOf(lines);
  const needed = parts.filter((part) => part.some((line) => keyLines.has(line)) || !isFrame(part, lines));
  const chosen =
    needed.flat().length <= most ? needed : parts.filter((part) => part.some((line) => keyLines.has(line)));
  const shown: number[][] = [];
  for (const part of chosen) {
    const last = shown.at(-1);
    const between = last === undefined ? [] : range((last.at(-1) ?? 0) + 1, (part[0] ?? 0) - 1);
    if (last === undefined || between.some((line) => lines[line - 1]?.trim() !== "")) shown.push([...part]);
    else last.push(...between.slice(0, 1), ...part);
  }
  return { code: solution, keyLines, shown };
}

/** Line numbers of the parts of a sample. */
function partsOf(lines: readonly string[]): number[][] {
  const parts: number[][] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const isBlank = line.trim() === "";
    if (isBlank) isOpen = false;
    else if (isOpen || (/^\s/.test(line) && parts.length > 0)) {
      const last = parts.at(-1);
      last?.push(...range((last.at(-1) ?? 0) + 1, index + 1));
      isOpen = true;
    } else {
      parts.push([index + 1]);
      isOpen = true;
    }
  }
  return parts;
}

/** Whether a part only imports or prints. */
function isFrame(part: readonly number[], lines: readonly string[]): boolean {
  const frame = /^(?:import|from)\s|^[\s)\]}]|^(?:const|let|var)\s.*\brequire\(|^(?:print|console\.log)\(|^$/;
  return part.every((line) => frame.test(lines[line - 1] ?? "")) && /^\S/.test(lines[(part[0] ?? 1) - 1] ?? "");
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
