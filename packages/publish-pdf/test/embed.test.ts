import { openFonts } from "@high-recall/typeset";
import { readFonts } from "@high-recall/typeset/node";
import { create } from "fontkit";
import { expect, test } from "vitest";
import { createPdfPublisher, product } from "../src/index.ts";
import { serialize } from "../src/writer/serialize.ts";
import { subsetFont } from "../src/writer/subset-font.ts";
import { joinOperands } from "../src/writer/text.ts";
import { common, curriculumOf, paragraph, text, topicOf } from "./sample/build.ts";
import { readPdf, wordsOf } from "./support/read-pdf.ts";

const files = readFonts();
const fonts = openFonts(files);

test("reads back text with more characters than one-byte codes", async () => {
  const covered = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => from + index).filter((each) => fonts.has("sans", each));
  const letters = [...covered(0xc0, 0x180), ...covered(0x391, 0x3ca), ...covered(0x410, 0x450)];
  expect(letters.length).toBeGreaterThan(256);
  const words = letters.map((each) => `n${String.fromCodePoint(each)}`).join(" ");
  const lead = [paragraph([text(words)])];
  const item = { ...common("t", "many", "Many letters"), kind: "guide" as const, lead };
  const sheet = product.parse({ layout: "sheet", path: "many.pdf", size: 7.5 });
  const curriculum = curriculumOf(topicOf("t", "A topic", [item]));
  const { artifacts } = await createPdfPublisher({ fonts: files }).publish(curriculum, [sheet]);
  const read = await readPdf(artifacts[0]?.bytes ?? new Uint8Array());
  expect(wordsOf(read.pages.join(" "))).toContain(words);
});

test.each(["sans", "wide", "emoji", "Main-Regular"] as const)(
  "a subset of %s draws what the whole font draws",
  (face) => {
    const whole = fonts.fileOf(face);
    // Accented letters are composite glyphs, which need their components.
    const characters = face === "emoji" ? [0x1f600, 0x2705] : [0x41, 0x67, 0x3c];
    if (face === "sans" || face === "wide") characters.push(0xe9, 0x17e);
    const ids = characters.map((each) => whole.glyphForCodePoint(each).id);
    // Each glyph plain, and with an advance width changed by kerning, in 1/1000 em.
    const coded = [...ids.map((id) => ({ id, move: 0 })), ...ids.map((id) => ({ id, move: -50 }))].map(
      (each, index) => ({ ...each, code: 0x80 + index }),
    );
    const bytes = subsetFont(whole, coded);
    const part = create(bytes);
    coded.forEach(({ id, move }, index) => {
      const [drawn, expected] = [part.getGlyph(index + 1), whole.getGlyph(id)] as unknown as Drawn[];
      expect(drawn?.path.toSVG()).toBe(expected?.path.toSVG());
      expect(drawn?.advanceWidth).toBe((expected?.advanceWidth ?? 0) + Math.round((move * whole.unitsPerEm) / 1000));
    });
    expect(bytes.length).toBeLessThan(files[face].length / 10);
  },
);

interface Drawn {
  readonly path: { toSVG(): string };
  readonly advanceWidth: number;
}

test.each([
  ["(a)", "(b)", "(ab)"],
  ["(a)", "-20", "(a)-20"],
  ["(a)-20", "(b)", "(a)-20(b)"],
  ["-20", "30", "-20 30"],
  ["(\\))", "(\\()", "(\\)\\()"],
  ["", "(b)", "(b)"],
])("%s and %s are shown as %s", (left, right, both) => {
  expect(joinOperands(left, right)).toBe(both);
});

test.each([
  [{ Type: "Page", Count: 3, Kids: [1, 2] }, "<</Type/Page/Count 3/Kids[1 2]>>"],
  [[0.5, -0.25, 1e-9], "[.5 -.25 0]"],
  [[new String("a (b) \\"), "Name", null, true], "[(a \\(b\\) \\\\)/Name null true]"],
  [new String("é"), "(\xfe\xff\x00\xe9)"],
  [new String("\u0d0a"), "(\xfe\xff\\r\n)"],
  [new Date("2026-11-20T00:00:00Z"), "(D:20261120000000Z)"],
] as const)("%j is written as %s", (value, written) => {
  expect(serialize(value)).toBe(written);
});
