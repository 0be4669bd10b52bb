import fc from "fast-check";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { isScalar, parseDocument } from "yaml";
import { alignBlock, alignInline } from "../src/formulas.ts";
import { parse } from "../src/index.ts";
import { placeAt } from "../src/place.ts";
import { placeScalar } from "../src/scalar.ts";

const text = fc
  .array(fc.constantFrom("a", "𝑥", "é", "\t", "\n", "\r\n", "\r"), { maxLength: 30 })
  .map((parts) => parts.join(""));

test("a place counts lines and UTF-16 columns from 1, whatever ends the lines", () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 60 }), (value, at) => {
      const offset = Math.min(at, value.length);
      // Between the two characters of a line ending there is no place that anybody could mean.
      fc.pre(value.slice(offset - 1, offset + 1) !== "\r\n");
      const { start } = placeAt(new VFile(value), offset, offset);
      const lines = value.slice(0, offset).split(/\r\n|\n|\r/);
      expect(start).toEqual({ line: lines.length, column: (lines.at(-1) ?? "").length + 1, offset });
    }),
  );
});

test("a place follows the text when the file changes", () => {
  const file = new VFile("a\nb");
  expect(placeAt(file, 2, 3).start.line).toBe(2);
  file.value = "a b";
  expect(placeAt(file, 2, 3).start.line).toBe(1);
});

describe("the characters of a YAML scalar stand where they are written", () => {
  const words = fc.array(fc.constantFrom("word", " ", "$x$", "'", '"', "\\frac", "𝑥", "é", "#", ","), { minLength: 1 });
  const value = words.map((parts) => parts.join("").trim()).filter((joined) => joined !== "");

  test.each([
    ["single quotes", (plain: string) => `'${plain.replaceAll("'", "''")}'`],
    ["double quotes", (plain: string) => `"${plain.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`],
    [
      "escapes",
      (plain: string) =>
        `"${plain.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`,
    ],
  ])("in %s", (_, write) => {
    fc.assert(
      fc.property(value, (plain) => {
        const source = `key: ${write(plain)}\n`;
        const node = parseDocument(source).getIn(["key"], true);
        if (!isScalar(node)) throw new Error("No scalar");
        const placed = placeScalar(node, source, 100);
        expect(placed.text).toBe(plain);
        expect(placed.offsets).toHaveLength(plain.length + 1);
        placed.offsets?.slice(0, -1).forEach((offset, index) => {
          const written = source.slice(offset - 100, placed.offsets?.[index + 1] ?? 0 - 100);
          expect(/^\\u/.test(written) || written.includes(plain.charAt(index))).toBe(true);
        });
        expect(source[(placed.offsets?.at(-1) ?? 0) - 100]).toBe(source.at(-2));
      }),
    );
  });

  test("but those of folded text are not told apart", () => {
    const source = "key: two\n  lines\n";
    const node = parseDocument(source).getIn(["key"], true);
    if (!isScalar(node)) throw new Error("No scalar");
    expect(placeScalar(node, source, 0)).toEqual({ text: "two lines", offsets: undefined, whole: [5, 16] });
  });
});

describe.each(["satteri", "remark"] as const)(
  "the characters of a formula stand where they are written, with %s",
  (parser) => {
    test.each([
      ["inline", "Text $a+b$ more"],
      ["inline with padding", "Text $$ a+b $$ more"],
      ["inline over two quoted lines", "> Text $a+\n> b$ more"],
      ["inline over two lines of a list", "1. Text $a+\n   b$ more"],
      ["inline in a table", "| $a+b$ |\n| --- |\n"],
      ["display", "$$\na+b\n\\\\c\n$$"],
      ["display in a quote", "> $$\n> a+b\n> c\n> $$"],
      ["display in a list", "- item\n\n  $$\n  a+b\n    c\n  $$"],
      ["display in Windows lines", "$$\r\na+b\r\nc\r\n$$"],
      ["indented display", "  $$\n  a+b\n c\n  $$"],
    ])("%s", (_, source) => {
      const [math] = formulasOf(parse(new VFile(source), parser));
      if (math === undefined) throw new Error("No formula");
      const value = math.value.replaceAll("\r\n", "\n");
      const align = math.type === "math" ? alignBlock : alignInline;
      const offsets = align(value, source, math.position?.start.offset ?? 0, math.position?.end.offset ?? 0);
      expect(offsets).toHaveLength(value.length + 1);
      value.split("").forEach((character, index) => {
        const written = source[offsets?.[index] ?? -1];
        expect(/\s/.test(character) ? /\s/.test(written ?? "") : written === character).toBe(true);
      });
    });
  },
);

type Formula = { type: string; value: string; position?: { start: { offset?: number }; end: { offset?: number } } };

function formulasOf(node: object): Formula[] {
  const found = "type" in node && (node.type === "math" || node.type === "inlineMath") ? [node as Formula] : [];
  const children = "children" in node && Array.isArray(node.children) ? (node.children as object[]) : [];
  return [...found, ...children.flatMap(formulasOf)];
}
