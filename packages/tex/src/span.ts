/** A place in a formula: UTF-16 offsets into its TeX, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** From the start of the first part to the end of the last; the parts are in order. */
export function spanOf(parts: readonly Span[]): Span {
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}
