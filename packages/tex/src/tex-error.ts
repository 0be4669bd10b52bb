import type { Span } from "./span.ts";

/** A fault of a formula, and its place. */
export interface TexMessage extends Span {
  /** What is wrong, then how to fix it. */
  reason: string;
}

/** Thrown for TeX that cannot be read or evaluated. */
export class TexError extends Error {
  override name = "TexError";
  readonly start: number;
  readonly end: number;
  /** The entry of the example at fault, when the fault is not in the formula. */
  readonly entry: string | undefined;

  constructor(reason: string, span: Span, entry?: string) {
    super(reason);
    this.start = span.start;
    this.end = span.end;
    this.entry = entry;
  }
}
