import { printFaults } from "@high-recall/core";
import { expect, test } from "vitest";
import { isPrintable } from "../src/fonts/coverage.ts";
import { textFaces } from "../src/fonts/face.ts";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { readFonts } from "../src/node.ts";

const fonts = openFonts(readFonts());
const isAccepted = (text: string) => printFaults(text, isPrintable).length === 0;
const faces = textFaces.filter((face) => !face.startsWith("wide") && face !== "emoji");

test("a letter and a mark that lint accepts are drawn by one font, the mark over the letter", () => {
  let count = 0;
  for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
    for (let mark = 0x300; mark <= 0x36f; mark += 1) {
      const text = letter + String.fromCodePoint(mark);
      if (!isAccepted(text) || [...text.normalize("NFC")].length === 1) continue;
      count += 1;
      for (const face of faces) {
        const [piece, ...others] = fonts.split(face, text);
        expect(others, `${text} in ${face}`).toEqual([]);
        expect(piece && fonts.glyphs(piece.face, piece.text).adjustments[1], `${text} in ${face}`).not.toBe(0);
      }
    }
  }
  expect(count).toBeGreaterThan(500);
});

test("every character that lint accepts alone is drawn, and a space has a width", () => {
  const lost: string[] = [];
  for (let code = 0x20; code <= 0x1fbff; code += 1) {
    const text = String.fromCodePoint(code);
    if (!isPrintable(code) || !isAccepted(text)) continue;
    if (fonts.width("sans", text) <= 0) lost.push(`U+${code.toString(16)}`);
  }
  expect(lost).toEqual([]);
});

test.each(textFaces)("%s draws any letter with any mark without an error", (face) => {
  for (const letter of "aGQ1α→") {
    for (let mark = 0x300; mark <= 0x36f; mark += 1) {
      for (const piece of fonts.split(face, letter + String.fromCodePoint(mark))) fonts.glyphs(piece.face, piece.text);
    }
  }
});
