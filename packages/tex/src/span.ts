/** Where something stands in a formula: UTF-16 offsets into its TeX, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Something wrong with a formula, and where. */
export interface TexMessage extends Span {
  /** A sentence: what was found, what was expected, the way out. */
  reason: string;
}

/** Thrown inside this package, and by `parse`, for TeX that cannot be read or evaluated. */
export class TexError extends Error {
  override name = "TexError";
  readonly start: number;
  readonly end: number;
  /** The entry of the example that is at fault, when it is not the formula. */
  readonly entry: string | undefined;

  constructor(reason: string, span: Span, entry?: string) {
    super(reason);
    this.start = span.start;
    this.end = span.end;
    this.entry = entry;
  }
}

/** The stretch from the first to the last of things that stand in order. */
export function spanOf(parts: readonly Span[]): Span {
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}
