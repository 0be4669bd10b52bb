/** A reference such as `&#8203;`, by its offsets in the Markdown. */
export interface CharacterReference {
  readonly codePoint: number;
  readonly start: number;
  readonly end: number;
}

/** Where Markdown writes characters as numbers. Places of named references are not known. */
export function characterReferences(source: string): CharacterReference[] {
  const found = source.matchAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi);
  return [...found].map(({ 0: written, 1: hex, 2: decimal = "", index: start }) => ({
    codePoint: hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16),
    start,
    end: start + written.length,
  }));
}
