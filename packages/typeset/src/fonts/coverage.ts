import { type FontFiles, fallbacks } from "./face.ts";
import { isInvisible, openFonts } from "./open-fonts.ts";

/** Makes a test for characters that running text can show. False also for control characters. */
export function coverage(files: FontFiles): (codePoint: number) => boolean {
  const fonts = openFonts(files);
  return (codePoint) =>
    codePoint === 0x0a ||
    codePoint === 0x09 ||
    isInvisible(codePoint) ||
    (codePoint >= 0x20 && (fonts.has("sans", codePoint) || fallbacks.sans.some((face) => fonts.has(face, codePoint))));
}
