import type { Span } from "../span.ts";
import type { Entry } from "./entry.ts";
import type { Expression } from "./expression.ts";

/** What is known while the expressions of one statement are read. */
export interface Scope {
  entries: readonly Entry[];
  /** Letters that something binds: sums, parameters. */
  locals: ReadonlySet<string>;
  /** Index letters that nothing binds: the statement holds for all of them. */
  free: Set<string>;
  /** Bare letters without a value: an error, unless they turn out to be free indices. */
  unresolved: Map<string, Span>;
  /** The keys of the entries that were met. */
  used: Set<string>;
  /** Bodies of the example's functions, read once each; "open" while one is being read. */
  bodies: Map<string, Expression | "open">;
}

export function makeScope(entries: readonly Entry[], used: Set<string>): Scope {
  return { entries, locals: new Set(), free: new Set(), unresolved: new Map(), used, bodies: new Map() };
}

export function bindLocals(scope: Scope, names: readonly string[]): Scope {
  return { ...scope, locals: new Set([...scope.locals, ...names]) };
}
