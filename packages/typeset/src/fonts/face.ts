/** Fonts for text; each name is a key of `FontFiles`. */
export const textFaces = [
  "sans",
  "sans-semibold",
  "sans-bold",
  "sans-italic",
  "sans-bold-italic",
  "mono",
  "mono-bold",
  "mono-italic",
  "wide",
  "wide-bold",
  "wide-mono",
  "emoji",
] as const;

/** Fonts of KaTeX, named like its files without `KaTeX_`. */
export const mathFaces = [
  "AMS-Regular",
  "Caligraphic-Bold",
  "Caligraphic-Regular",
  "Fraktur-Bold",
  "Fraktur-Regular",
  "Main-Bold",
  "Main-BoldItalic",
  "Main-Italic",
  "Main-Regular",
  "Math-BoldItalic",
  "Math-Italic",
  "SansSerif-Bold",
  "SansSerif-Italic",
  "SansSerif-Regular",
  "Script-Regular",
  "Size1-Regular",
  "Size2-Regular",
  "Size3-Regular",
  "Size4-Regular",
  "Typewriter-Regular",
] as const;

export type TextFace = (typeof textFaces)[number];
export type MathFace = (typeof mathFaces)[number];
export type Face = TextFace | MathFace;

/** Bytes of every face, as TrueType or WOFF (WOFF2 cannot be embedded). */
export type FontFiles = Readonly<Record<Face, Uint8Array>>;

/** Fallback fonts of each face, in order. */
export const fallbacks: Readonly<Record<TextFace, readonly TextFace[]>> = {
  sans: ["wide", "emoji"],
  "sans-semibold": ["wide-bold", "wide", "emoji"],
  "sans-bold": ["wide-bold", "wide", "emoji"],
  "sans-italic": ["wide", "emoji"],
  "sans-bold-italic": ["wide-bold", "wide", "emoji"],
  mono: ["wide-mono", "wide", "emoji"],
  "mono-bold": ["wide-mono", "wide", "emoji"],
  "mono-italic": ["wide-mono", "wide", "emoji"],
  wide: ["emoji"],
  "wide-bold": ["wide", "emoji"],
  "wide-mono": ["wide", "emoji"],
  emoji: ["wide"],
};
