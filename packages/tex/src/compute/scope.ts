import type { Span } from "../span.ts";
import type { Entry } from "./entry.ts";
import type { Expression } from "./expression.ts";

/** The names known while the expressions of one statement are interpreted. */
export interface Scope {
  entries: readonly Entry[];
  /** Letters bound by sums or as parameters. */
  locals: ReadonlySet<string>;
  /** Index letters that nothing binds: the statement must hold for all their values. */
  free: Set<string>;
  /** Letters without a value: a fault, unless they prove to be free indices. */
  unresolved: Map<string, Span>;
  /** Keys of the entries used so far. */
  used: Set<string>;
  /** Bodies of the example's functions, each interpreted once; "open" while one is being interpreted. */
  bodies: Map<string, Expression | "open">;
}

export function makeScope(entries: readonly Entry[], used: Set<string>): Scope {
  return { entries, locals: new Set(), free: new Set(), unresolved: new Map(), used, bodies: new Map() };
}

export function bindLocals(scope: Scope, names: readonly string[]): Scope {
  return { ...scope, locals: new Set([...scope.locals, ...names]) };
}
