import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Face, type FontFiles, type MathFace, mathFaces, type TextFace } from "./fonts/face.ts";

const sourceSans = "@expo-google-fonts/source-sans-3";
const sourceCode = "@expo-google-fonts/source-code-pro";

const textFiles: Readonly<Record<TextFace, string>> = {
  sans: `${sourceSans}/400Regular/SourceSans3_400Regular.ttf`,
  "sans-semibold": `${sourceSans}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  "sans-bold": `${sourceSans}/700Bold/SourceSans3_700Bold.ttf`,
  "sans-italic": `${sourceSans}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
  "sans-bold-italic": `${sourceSans}/700Bold_Italic/SourceSans3_700Bold_Italic.ttf`,
  mono: `${sourceCode}/400Regular/SourceCodePro_400Regular.ttf`,
  "mono-bold": `${sourceCode}/600SemiBold/SourceCodePro_600SemiBold.ttf`,
  "mono-italic": `${sourceCode}/400Regular_Italic/SourceCodePro_400Regular_Italic.ttf`,
  wide: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "wide-bold": "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  "wide-mono": "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
  emoji: "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
};

/**
 * Reads the fonts from the installed font packages. The browser passes the same bytes in by other means.
 * @throws {Error} when a font package is not installed.
 */
export function readFonts(): FontFiles {
  const require = createRequire(import.meta.url);
  const read = (path: string) => new Uint8Array(readFileSync(require.resolve(path)));
  const entries: [Face, Uint8Array][] = [
    ...Object.entries(textFiles).map(([face, path]): [Face, Uint8Array] => [face as TextFace, read(path)]),
    ...mathFaces.map((face: MathFace): [Face, Uint8Array] => [face, read(`katex/dist/fonts/KaTeX_${face}.ttf`)]),
  ];
  return Object.fromEntries(entries) as Record<Face, Uint8Array>;
}
