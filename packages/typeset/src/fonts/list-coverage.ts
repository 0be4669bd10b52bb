import { fallbacks } from "./face.ts";
import { type Fonts, isInvisible } from "./open-fonts.ts";

const lastCodePoint = 0x10ffff;

/** The module coverage-table.ts as its fonts make it. */
export function coverageTable(fonts: Fonts): string {
  const ranges: string[] = [];
  for (let first = 0; first <= lastCodePoint; first++) {
    if (!isCovered(fonts, first)) continue;
    let last = first;
    while (isCovered(fonts, last + 1)) last++;
    ranges.push(first === last ? first.toString(36) : `${first.toString(36)}-${last.toString(36)}`);
    first = last;
  }
  const lines = ranges.join(" ").match(/.{1,110}(?: |$)/g) ?? [];
  return `/** Made by scripts/list-coverage.ts: ranges of code points, in base 36. */
export const coverageRanges =
${lines.map((line) => `  ${JSON.stringify(line)}`).join(" +\n")};
`;
}

function isCovered(fonts: Fonts, codePoint: number): boolean {
  if (codePoint === 0x09 || codePoint === 0x0a || isInvisible(codePoint)) return true;
  if (codePoint < 0x20 || codePoint > lastCodePoint) return false;
  return fonts.has("sans", codePoint) || fallbacks.sans.some((face) => fonts.has(face, codePoint));
}
