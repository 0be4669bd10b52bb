import type { Span } from "../span.ts";
import { TexError } from "../tex-error.ts";
import { type Value, ValueError } from "./value.ts";

/** Most operations that one example may take. */
export const MAX_STEPS = 200_000;

/** The values of bound letters, and the work that is left. */
export interface Bindings {
  readonly values: ReadonlyMap<string, Value>;
  /** Shared by all evaluations of one example, so that none runs forever. */
  readonly budget: { steps: number };
}

export function bind(bindings: Bindings, name: string, value: Value): Bindings {
  return { ...bindings, values: new Map(bindings.values).set(name, value) };
}

/** Does work whose faults belong to a place.
 *  @throws {TexError} in place of a ValueError. */
export function locateFault<Result>(place: Span, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw locate(error, place);
  }
}

/** A ValueError as a TexError with a place; anything else as it is. */
export function locate(error: unknown, place: Span): unknown {
  return error instanceof ValueError ? new TexError(error.message, place) : error;
}
