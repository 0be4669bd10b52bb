import { readFileSync } from "node:fs";
import type { Glyph } from "fontkit";
import { expect, test } from "vitest";
import { isPrintable } from "../src/fonts/coverage.ts";
import { mathFaces, textFaces } from "../src/fonts/face.ts";
import { kerningOf } from "../src/fonts/kerning.ts";
import { coverageTable } from "../src/fonts/list-coverage.ts";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { readFonts } from "../src/node.ts";

const files = readFonts();
const fonts = openFonts(files);

test("the table of characters is that of the fonts (scripts/list-coverage.ts writes it)", () => {
  const table = readFileSync(new URL("../src/fonts/coverage-table.ts", import.meta.url), "utf8");
  expect(coverageTable(fonts).replace(/\s+/g, " ")).toBe(table.replace(/\s+/g, " "));
});

test.each([..."AzéßžΩαλ→⇒≤≥≈∑√∈✓✗☐☑½²₁…–—“”‘’€°µ·•▪😀🚀⚠"])("%s prints", (character) => {
  expect(isPrintable(character.codePointAt(0) ?? 0)).toBe(true);
});

test.each(["日", "ﷺ", "\u0007", "\u{10ffff}"])("%j does not print", (character) => {
  expect(isPrintable(character.codePointAt(0) ?? 0)).toBe(false);
});

test("text falls back to another font for a missing character only", () => {
  const pieces = fonts.split("sans", "a🚀b");
  expect(pieces.map(({ face, text }) => [face, text])).toEqual([
    ["sans", "a"],
    ["emoji", "🚀"],
    ["sans", "b"],
  ]);
});

test("split loses no covered character", () => {
  const text = "Größe ≤ 3 → ✓ p̂ x₁ 😀";
  expect(
    fonts
      .split("mono", text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text.normalize("NFC"));
});

test("letter pairs are kerned", () => {
  const alone = fonts.width("sans", "A") + fonts.width("sans", "V");
  expect(fonts.width("sans", "AV")).toBeLessThan(alone);
});

test.each(["sans", "sans-bold", "sans-italic", "wide", "mono", "Main-Regular"] as const)(
  "%s has the same kerning as in fontkit's layout",
  (face) => {
    const font = fonts.fileOf(face);
    const kerning = kerningOf(font);
    const isPlain = { liga: false, clig: false, dlig: false, calt: false, rlig: false };
    const letters = [..."ABFKLPRTVWYaefgkorsvwyfij.,;:-–'’\"()/17éŽαΓЖ→"].filter((each) =>
      font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0),
    );
    for (const first of letters) {
      for (const second of letters) {
        const { glyphs, positions } = font.layout(first + second, isPlain);
        const [a, b] = glyphs as [Glyph, Glyph];
        const wanted = (positions[0]?.xAdvance ?? 0) - a.advanceWidth;
        expect({ pair: first + second, kern: kerning(a.id, b.id) }).toEqual({ pair: first + second, kern: wanted });
      }
    }
  },
);

test("a combining mark has no width and moves over its letter", () => {
  const run = fonts.glyphs("sans", "p\u0302");
  expect(fonts.runWidth("sans", "p\u0302")).toBeCloseTo(fonts.runWidth("sans", "p"), 5);
  expect(run.adjustments[1]).toBeLessThan(0);
});

test("names a missing font", () => {
  const { sans: _, ...rest } = files;
  expect(() => openFonts(rest as typeof files)).toThrow("The font `sans` is missing from the font set");
});

test("reads a font file when its first glyph is needed", () => {
  const read: string[] = [];
  const watched = Object.defineProperties(
    {},
    Object.fromEntries(
      [...textFaces, ...mathFaces].map((face) => [
        face,
        {
          enumerable: true,
          get: () => {
            read.push(face);
            return files[face];
          },
        },
      ]),
    ),
  ) as typeof files;
  const opened = openFonts(watched);
  expect(read).toEqual([]);
  expect(opened.has("sans", 0x61)).toBe(true);
  expect(read).toEqual(["sans"]);
});
