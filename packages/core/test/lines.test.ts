import fc from "fast-check";
import { expect, test } from "vitest";
import { fileStart, Lines } from "../src/index.ts";

const text = fc
  .array(fc.constantFrom("a", "𝑥", "é", "\t", " ", "\n", "\r\n", "\r"), { maxLength: 30 })
  .map((parts) => parts.join(""));

test("a point counts lines and UTF-16 columns from 1, whatever ends the lines", () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 60 }), (value, at) => {
      const offset = Math.min(at, value.length);
      // Nobody can mean the offset between the two characters of a line ending.
      fc.pre(value.slice(offset - 1, offset + 1) !== "\r\n");
      const lines = value.slice(0, offset).split(/\r\n|\n|\r/);
      const point = { line: lines.length, column: (lines.at(-1) ?? "").length + 1, offset };
      expect(new Lines(value).pointOf(offset)).toEqual(point);
    }),
  );
});

test("points are in the order of their offsets", () => {
  fc.assert(
    fc.property(text, (value) => {
      const lines = new Lines(value);
      for (let offset = 1; offset <= value.length; offset++) {
        const [before, after] = [lines.pointOf(offset - 1), lines.pointOf(offset)];
        expect(after.line - before.line || after.column - before.column).toBeGreaterThan(0);
      }
    }),
  );
});

test("a place is inside the text and does not end before it starts", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: -5, max: 70 }), fc.integer({ min: -5, max: 70 }), (value, from, to) => {
      const { start, end } = new Lines(value).placeOf(from, to);
      expect(start.offset).toBe(Math.min(Math.max(from, 0), value.length));
      expect(end.offset).toBe(Math.max(start.offset, Math.min(to, value.length)));
    }),
  );
});

test("the last line is the last one that is not blank, without its ending", () => {
  fc.assert(
    fc.property(text, (value) => {
      const { start, end } = new Lines(value).lastLine();
      const line = value.slice(start.offset, end.offset);
      expect(line).not.toMatch(/[\r\n]|\s$/);
      expect(value.slice(end.offset).trim()).toBe("");
      expect(start.column).toBe(1);
      expect(line === "").toBe(value.trim() === "");
    }),
  );
});

test("the start of a file is its first offset", () => {
  expect(new Lines("Text\n").placeOf(0, 0)).toEqual(fileStart);
});
