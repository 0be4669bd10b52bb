/** Offset of a line and column, both from 1, in UTF-16 units. */
export function offsetOf(code: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = code.indexOf("\n", start);
    if (end < 0) return code.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, code.length);
}

/** Offset in UTF-16 units of an offset in bytes of UTF-8. */
export function offsetOfByte(code: string, bytes: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(code).subarray(0, bytes)).length;
}

/** Offset in UTF-16 units of an offset in characters. */
export function offsetOfCharacter(code: string, characters: number): number {
  return [...code].slice(0, characters).join("").length;
}

/** End of the word or sign that begins at an offset. */
export function endOfToken(code: string, start: number): number {
  const token = /[\p{L}\p{N}_]+|\S/uy;
  token.lastIndex = start;
  return start + (token.exec(code)?.[0].length ?? 0);
}
