import type { Span } from "./span.ts";

/** A fault of a formula, and its place. */
export interface TexMessage extends Span {
  /** What is wrong, then how to fix it. */
  reason: string;
  /** The name that has no value in the example, when that is the fault. */
  missing?: string;
}

/** What a program may do about a fault. */
export interface Details {
  /** The name that has no value in the example, when that is the fault. */
  readonly missing?: string;
  /** Whether the entry's value is at fault, and not its name. */
  readonly isValue?: true;
  /** What should be there instead, when only one text is right. */
  readonly by?: string;
}

/** Thrown for TeX that cannot be read or evaluated. */
export class TexError extends Error {
  override name = "TexError";
  readonly start: number;
  readonly end: number;
  /** The entry of the example at fault, when the fault is not in the formula. */
  readonly entry: string | undefined;
  readonly details: Details;

  constructor(reason: string, span: Span, entry?: string, details: Details = {}) {
    super(reason);
    this.details = details;
    this.start = span.start;
    this.end = span.end;
    this.entry = entry;
  }
}
