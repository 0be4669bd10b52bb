import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isScalar, parseDocument } from "yaml";
import { placeScalar } from "../src/front-matter/placed-scalar.ts";
import { checkSource, contextOf } from "../src/index.ts";
import { structure, topicOf } from "./fixture.ts";

describe("the characters of a YAML scalar are placed where they are written", () => {
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

  test("except in folded text, which is placed as a whole", () => {
    const source = "key: two\n  lines\n";
    const node = parseDocument(source).getIn(["key"], true);
    if (!isScalar(node)) throw new Error("No scalar");
    expect(placeScalar(node, source, 0)).toEqual({ text: "two lines", offsets: undefined, whole: [5, 16] });
  });
});

describe.each(["satteri", "remark"] as const)(
  "a fault in a formula is placed where it is written, with %s",
  (parser) => {
    test.each([
      ["inline", "Text $a+\\wrong$ more"],
      ["inline with padding", "Text $$ a+\\wrong $$ more"],
      ["inline over two quoted lines", "> Text $a+\n> \\wrong$ more"],
      ["inline over two lines of a list", "1. Text $a+\n   \\wrong$ more"],
      ["inline in a table", "| $a+\\wrong$ |\n| --- |\n"],
      ["inline in a table, after a bar", "| $\\{a\\vert b\\}+\\wrong$ |\n| --- |\n"],
      ["display", "$$\na+b\n\\wrong\n$$"],
      ["display in a quote", "> $$\n> a+b\n> \\wrong\n> $$"],
      ["display in a list", "- item\n\n  $$\n  a+b\n    \\wrong\n  $$"],
      ["display in Windows lines", "$$\r\na+b\r\n\\wrong\r\n$$"],
      ["indented display", "  $$\n  a+b\n \\wrong\n  $$"],
      ["a title", "---\nid: input\nkind: guide\ntitle: See $a+\\wrong$\n---\n\nText."],
      ["a title in double quotes", '---\nid: input\nkind: guide\ntitle: "S\\x65e $a+\\\\wrong$"\n---\n\nText.'],
    ])("%s", async (_, text) => {
      const source = topicOf(text);
      const [file] = source.files;
      if (file === undefined) throw new Error("No file");
      const { messages } = await checkSource(file, contextOf(source), { rules: structure, parser });
      const [fault, ...others] = messages.filter(({ rule }) => rule === "formula-syntax");
      expect(others).toEqual([]);
      expect(text.slice(fault?.place.start.offset, fault?.place.end.offset)).toMatch(/^\\{1,2}wrong$/);
    });
  },
);
