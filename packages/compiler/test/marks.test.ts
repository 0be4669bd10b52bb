import { type Inline, plainText } from "@high-recall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParserName } from "../src/index.ts";
import { compileItem } from "./fixture.ts";

/** A paragraph after lowering, and its messages. */
async function lower(paragraph: string, parser: ParserName): Promise<{ inlines: Inline[]; messages: string[] }> {
  const text = `---\nid: input\nkind: guide\ntitle: A guide\n---\n\n${paragraph}\n`;
  const { item, messages } = await compileItem(text, parser);
  const [block] = item?.lead ?? [];
  return { inlines: block?.type === "paragraph" ? block.children : [], messages: messages.map((each) => each.text) };
}

/** Prints inlines, with marks in brackets and other markup by name. */
function print(inlines: readonly Inline[]): string {
  return inlines
    .map((node) => {
      if (node.type === "mark") return `[${print(node.children)}]`;
      if (node.type === "text") return node.value;
      if (node.type === "break") return "/";
      return `${node.type}(${"children" in node ? print(node.children) : node.value})`;
    })
    .join("");
}

test.each([
  ["words between two signs are marked", "a ==b c== d", "a [b c] d"],
  ["a mark may be all there is", "==a==", "[a]"],
  ["there may be many", "==a== and ==b==, ==c==.", "[a] and [b], [c]."],
  [
    "a mark may hold formulas, code, emphasis and links",
    "==a $x$ `y` *z* [w](https://a.b)==",
    "[a inlineMath(x) inlineCode(y) emphasis(z) link(w)]",
  ],
  ["a mark may begin and end with a formula", "is ==$x$==.", "is [inlineMath(x)]."],
  ["a mark may be in emphasis and in a link", "*==a==* [==b==](https://a.b)", "emphasis([a]) link([b])"],
  ["a mark may continue on the next line", "a ==b\nc== d", "a [b c] d"],
  ["letters may follow a mark", "many ==token==s", "many [token]s"],
  ["a mark holds no mark", "==a *==b==* c==", "[a emphasis(==b==) c]"],
  ["a comparison with spaces is no mark", "a == b and c == d", "a == b and c == d"],
  ["a comparison without spaces is no mark", "x==1 or y==2", "x==1 or y==2"],
  ["a comparison with a formula is no mark", "$x$==1 or y==2", "inlineMath(x)==1 or y==2"],
  ["code and formulas hold no marks", "`==a==` $==b==$", "inlineCode(==a==) inlineMath(==b==)"],
  ["an address holds no marks", "[a](https://a.b/==c==)", "link(a)"],
  ["an escaped sign opens no mark", "\\==a== b", "==a== b"],
  ["signs of which one is escaped open no mark", "=\\=a== b", "==a== b"],
  ["signs written as entities open no mark", "&#61;=a== &equals;=b==", "==a== ==b=="],
  ["an escaped backslash does not escape a mark", "\\\\ ==a==", "\\ [a]"],
  ["signs that are never closed are text", "a ==b c", "a ==b c"],
  ["signs that close nothing are text", "a b== c", "a b== c"],
  ["signs after a space close nothing", "==a == b==", "[a == b]"],
  ["three signs or more are text", "===a=== ====", "===a=== ===="],
  ["a hard break counts as a space", "a==\\\nb ==c\\\nd==", "a==/b [c/d]"],
])("%s", async (_, markdown, expected) => {
  const { inlines, messages } = await lower(markdown, "satteri");
  expect(messages).toEqual([]);
  expect(print(inlines)).toBe(expected);
  expect((await lower(markdown, "remark")).inlines).toEqual(inlines);
});

test("a title has no marks", async () => {
  const { item } = await compileItem('---\nid: input\nkind: guide\ntitle: "What ==is== it"\n---\n\nA lead.\n');
  expect(item?.title.children).toEqual([{ type: "text", value: "What ==is== it" }]);
});

const part = fc.constantFrom("a", "b c", "*d*", "**e f**", "`g`", "$h$", "[i](https://a.b)", "j.", "日本");
const parts = fc.array(part, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

test("marks do not change the plain text, and both parsers find the same marks", async () => {
  const paragraphs = fc.array(fc.record({ text: parts, isMarked: fc.boolean() }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(paragraphs, async (words) => {
      const marked = words.map(({ text, isMarked }) => (isMarked ? `==${text}==` : text)).join(" ");
      const bare = words.map(({ text }) => text).join(" ");
      const { inlines, messages } = await lower(marked, "satteri");
      expect(messages).toEqual([]);
      expect(inlines.filter(({ type }) => type === "mark")).toHaveLength(words.filter((word) => word.isMarked).length);
      expect(plainText(inlines)).toBe(plainText((await lower(bare, "satteri")).inlines));
      expect((await lower(marked, "remark")).inlines).toEqual(inlines);
    }),
    { numRuns: 100, seed: 20_261_120 },
  );
});

test("both parsers find the same marks between any characters", async () => {
  const piece = fc.constantFrom("==", "=", "\\=", "&#61;", "\\", " ", "a", "1", "*b*", "`c`", "$d$", "\n", ";", "é");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 2, maxLength: 12 }), async (pieces) => {
      const text = `a ${pieces.join("")} z`.replaceAll(/\n\s*=+\s*(?=\n|$)/g, "\na");
      expect((await lower(text, "remark")).inlines).toEqual((await lower(text, "satteri")).inlines);
    }),
    { numRuns: 200, seed: 20_261_120 },
  );
});
