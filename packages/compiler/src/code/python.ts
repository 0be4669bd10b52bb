import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import type { CodeFault } from "@high-recall/rules";
import { offsetOf } from "./offsets.ts";

interface Diagnostic {
  readonly code: string | null;
  readonly message: string;
  readonly start_location: Location;
  readonly end_location: Location;
}

interface Location {
  readonly row: number;
  readonly column: number;
}

let workspace: Workspace | undefined;

/** Python as ruff parses it; a fragment may have `return` or `await` outside of a function. */
export function checkPython(code: string): CodeFault | undefined {
  try {
    // No lint rule: only what is not Python at all. The newest version knows the syntax of all before it.
    workspace ??= new Workspace({ lint: { select: [] }, "target-version": "py314" }, PositionEncoding.Utf16);
    const found: Diagnostic[] = workspace.check(code);
    const [first] = found
      .filter((diagnostic) => diagnostic.code === "invalid-syntax")
      .sort((one, other) => compare(one.start_location, other.start_location));
    if (first === undefined) return undefined;
    return {
      start: offsetOf(code, first.start_location.row, first.start_location.column),
      end: offsetOf(code, first.end_location.row, first.end_location.column),
      text: first.message,
    };
  } catch {
    // Nested deeper than its stack. It can be asked again.
    return undefined;
  }
}

function compare(one: Location, other: Location): number {
  return one.row - other.row || one.column - other.column;
}
