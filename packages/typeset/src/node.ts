import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Face, type FontFiles, mathFaces, type TextFace } from "./fonts/face.ts";

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
 * The fonts of the installed font packages; a file is read when it is first used. The browser passes the same bytes in
 * by other means.
 * @throws {Error} if a font package is not installed, when a file of it is first used
 */
export function readFonts(): FontFiles {
  const require = createRequire(import.meta.url);
  const files = {} as Record<Face, Uint8Array>;
  for (const [face, path] of paths()) {
    let bytes: Uint8Array | undefined;
    Object.defineProperty(files, face, {
      enumerable: true,
      get() {
        bytes ??= new Uint8Array(readFileSync(require.resolve(path)));
        return bytes;
      },
    });
  }
  return files;
}

function paths(): [Face, string][] {
  return [
    ...(Object.entries(textFiles) as [TextFace, string][]),
    ...mathFaces.map((face): [Face, string] => [face, `katex/dist/fonts/KaTeX_${face}.ttf`]),
  ];
}
