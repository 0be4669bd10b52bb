import type { Span } from "../span.ts";
import { TexError } from "../tex-error.ts";
import { type Value, ValueError } from "./value.ts";

/** Most operations that one example may take. */
export const MAX_STEPS = 200_000;

/** The values of bound letters, and the work that is left. */
export interface Bindings {
  readonly values: ReadonlyMap<string, Value>;
  /** Shared by all evaluations of one example, so that none runs for ever. */
  readonly budget: { steps: number };
}

export function bind(bindings: Bindings, name: string, value: Value): Bindings {
  return { ...bindings, values: new Map(bindings.values).set(name, value) };
}

/** Gives a ValueError the place of the part in which it is thrown.
 *  @throws {TexError} in place of it. */
export function locateFault<Result>(place: Span, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ValueError) throw new TexError(error.message, place);
    throw error;
  }
}
