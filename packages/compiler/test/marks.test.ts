import { type Inline, plainText } from "@high-recall/core";
import fc from "fast-check";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { compile, type ParserName } from "../src/index.ts";

const page = "---\nid: topic\ntitle: A topic\nsummary: What it is about.\n---\n\nAn introduction.\n";

/** What a paragraph is lowered to, and what is said of it. */
async function lower(paragraph: string, parser: ParserName): Promise<{ inlines: Inline[]; messages: string[] }> {
  const item = new VFile({
    path: "topic/guide.md",
    value: `---\nid: guide\nkind: guide\ntitle: A guide\n---\n\n${paragraph}\n`,
  });
  const files = [new VFile({ path: "topic/README.md", value: page }), item];
  const { object } = await compile({ id: "topic", folder: "topic", files, figures: [] }, { parser });
  const [block] = object?.topic.items[0]?.lead ?? [];
  return { inlines: block?.type === "paragraph" ? block.children : [], messages: item.messages.map(String) };
}

/** With marks between brackets and other markup by its name. */
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
  ["a mark may stand in emphasis and in a link", "*==a==* [==b==](https://a.b)", "emphasis([a]) link([b])"],
  ["a mark may go over the end of a line", "a ==b\nc== d", "a [b c] d"],
  ["the end of a word may follow", "many ==token==s", "many [token]s"],
  ["no mark stands in a mark", "==a *==b==* c==", "[a emphasis(==b==) c]"],
  ["a comparison with spaces is none", "a == b and c == d", "a == b and c == d"],
  ["a comparison without spaces is none", "x==1 or y==2", "x==1 or y==2"],
  ["nor is one of a formula", "$x$==1 or y==2", "inlineMath(x)==1 or y==2"],
  ["code and formulas hold none", "`==a==` $==b==$", "inlineCode(==a==) inlineMath(==b==)"],
  ["an address holds none", "[a](https://a.b/==c==)", "link(a)"],
  ["what is escaped is none", "\\==a== b", "==a== b"],
  ["nor where one of the two is escaped", "=\\=a== b", "==a== b"],
  ["nor what is written as an entity", "&#61;=a== &equals;=b==", "==a== ==b=="],
  ["a backslash that is escaped escapes nothing", "\\\\ ==a==", "\\ [a]"],
  ["one that nothing closes is text", "a ==b c", "a ==b c"],
  ["one that closes nothing is text", "a b== c", "a b== c"],
  ["a space before the end closes nothing", "==a == b==", "[a == b]"],
  ["longer rows are text", "===a=== ====", "===a=== ===="],
  ["a hard break is a space", "a==\\\nb ==c\\\nd==", "a==/b [c/d]"],
])("%s", async (_, markdown, expected) => {
  const { inlines, messages } = await lower(markdown, "satteri");
  expect(messages).toEqual([]);
  expect(print(inlines)).toBe(expected);
  expect((await lower(markdown, "remark")).inlines).toEqual(inlines);
});

test("a title holds no marks", async () => {
  const item = new VFile({
    path: "topic/guide.md",
    value: '---\nid: guide\nkind: guide\ntitle: "What ==is== it"\n---\n\nA lead.\n',
  });
  const files = [new VFile({ path: "topic/README.md", value: page }), item];
  const { object } = await compile({ id: "topic", folder: "topic", files, figures: [] });
  expect(object?.topic.items[0]?.title.children).toEqual([{ type: "text", value: "What ==is== it" }]);
});

const part = fc.constantFrom("a", "b c", "*d*", "**e f**", "`g`", "$h$", "[i](https://a.b)", "j.", "日本");
const parts = fc.array(part, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

test("marks change nothing of what is read, and both parsers find the same", { timeout: 60_000 }, async () => {
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

test("whatever stands around signs, both parsers find the same marks", { timeout: 60_000 }, async () => {
  const piece = fc.constantFrom("==", "=", "\\=", "&#61;", "\\", " ", "a", "1", "*b*", "`c`", "$d$", "\n", ";", "é");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 2, maxLength: 12 }), async (pieces) => {
      const text = `a ${pieces.join("")} z`.replaceAll(/\n\s*=+\s*(?=\n|$)/g, "\na");
      expect((await lower(text, "remark")).inlines).toEqual((await lower(text, "satteri")).inlines);
    }),
    { numRuns: 200, seed: 20_261_120 },
  );
});
