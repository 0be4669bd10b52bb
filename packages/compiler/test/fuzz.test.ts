import { type Message, Topic } from "@high-recall/core";
import { createRuleSet } from "@high-recall/rules";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSource, contextOf, type ParserName } from "../src/index.ts";
import { compileItem, topicOf } from "./fixture.ts";

const everyRule = createRuleSet({
  printable: (codePoint) => codePoint < 0x2600,
  formulaWidth: (tex) => tex.length / 2,
});

/** Checks one item by every rule and compiles it: places are inside the text, and a result matches the schema. */
async function expectSound(text: string, parser: ParserName): Promise<void> {
  const source = topicOf(text);
  const [file] = source.files;
  if (file === undefined) throw new Error("No file");
  const { messages: all } = await checkSource(file, contextOf(source), { rules: everyRule, parser });
  const { item, messages } = await compileItem(text, parser);
  expectPlaces(all, text);
  expectPlaces(messages, text);
  expect(item === undefined).toBe(messages.some(({ severity }) => severity === "error"));
  if (item !== undefined) expect(Topic.shape.items.safeParse([item]).error).toBeUndefined();
}

function expectPlaces(messages: readonly Message[], text: string): void {
  for (const { file, place, rule, url, text: words, fixes } of messages.slice(0, 100)) {
    expect([file, rule && url && words]).toEqual(["topic/input.md", expect.stringMatching(/./)]);
    const { start, end } = place;
    expect(start.offset).toBeGreaterThanOrEqual(0);
    expect(end.offset).toBeGreaterThanOrEqual(start.offset);
    expect(end.offset).toBeLessThanOrEqual(text.length);
    const lines = text.slice(0, start.offset).split(/\r\n|\n|\r/);
    expect([start.line, start.column]).toEqual([lines.length, (lines.at(-1) ?? "").length + 1]);
    for (const { replacements } of fixes) expect(replacements.length).toBeGreaterThan(0);
  }
}

const fragments = fc.constantFrom(
  ...'---\n|id: input\n|kind: guide\n|kind: formula\n|title: A title\n|title: "$\\\\x$"\n|symbols: {x: y}\n|tags: [a, b]\n|sources:\n  - title: abc\n|    url: https://example.org\n|\n|\n\n|# |## In depth\n|> |- |1. |  |\t|    |$|$$|$$\n|\\frac{1}{|}|x|`|```|```python\n|\n```\n|*|**|_|~|~~|[|]|(|)|[a](b.md)|![a](b)|<|>|<b>|<!--|-->|&#0;|&amp;|\\|^[1]|[^1]|[^1]: a\n|[a]: b\n|\r|\r\n|\u0000|\ufeff|\u200b|\ud834\udd1e|\ud834|é|:|: |\'|"|#|&a |*a |!t |%|@|{|}|,|__proto__: 1\n|constructor: x\n|? |...\n|www.a.bc|a@b.cd|https://a.bc'.split(
    "|",
  ),
  "| a | b |\n| - | - |\n",
  "|",
);
const soup = fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join(""));
const item = soup.map((body) => `---\nid: input\nkind: guide\ntitle: A guide\n---\n\n${body}`);
const front = soup.map((yaml) => `---\nid: input\nkind: path\n${yaml}\n---\n\nText.\n`);
const bytes = fc
  .uint8Array({ maxLength: 300 })
  .map((array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(array));

test.each(["satteri", "remark"] as const)("compile takes any text without throwing, with %s", async (parser) => {
  const any = fc.oneof(soup, item, front, bytes, fc.string({ unit: "binary", maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(any, (text) => expectSound(text, parser)),
    { numRuns: parser === "satteri" ? 500 : 150 },
  );
});

const head = "---\nid: input\nkind: guide\ntitle: A guide\n---\n\n";
const yaml = (value: string) => `---\nid: input\nkind: guide\ntitle: ${value}\n---\n\nText.\n`;
const many = (text: string, length = 60_000) => text.repeat(Math.floor(length / text.length));
const keys = (count: number, line: (index: number) => string) =>
  `---\n${Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("")}---\n`;

test.each([
  ["quotes", head + many(">")],
  ["spaced quotes", head + many("> ")],
  ["list marks", head + many("- ")],
  ["nested lists", head + Array.from({ length: 240 }, (_, depth) => `${"  ".repeat(depth)}- a\n`).join("")],
  ["emphasis", head + many("*a _b ")],
  ["stars", head + many("*a**b")],
  ["marks", head + many("==a== ")],
  ["opening marks", head + many("==a ")],
  ["brackets", head + many("[")],
  ["images", head + many("![")],
  ["links", head + many("[a](")],
  ["backticks", head + Array.from({ length: 340 }, (_, length) => "`".repeat(length)).join("a")],
  ["dollars", head + many("$a")],
  ["deep TeX", `${head}$$\n${many("{", 30_000)}${many("}", 30_000)}\n$$\n`],
  ["deep fractions", `${head}$${many("\\frac{1}{", 9_000)}$\n`],
  ["macros", `${head}$\\def\\a{\\b\\b}\\def\\b{\\a\\a}\\a$\n`],
  ["table cells", `${head}${many("|a", 2_000)}|\n${many("|-", 2_000)}|\n${many("|b", 50_000)}|\n`],
  ["tags", head + many("<a ")],
  ["entities", head + many("&lt;")],
  ["autolinks", head + many("www.a.b ")],
  ["one line of code", `${head}\`\`\`python\n${many("f(", 50_000)}\n\`\`\`\n`],
  ["definitions", head + many("[a]: b\n")],
  ["headings", head + many("## a\n")],
  ["spaces between two letters", `${head}a${many(" ")}b\n`],
  ["line endings between two letters", `${head}a${many("\n")}b\n`],
  ["YAML brackets", yaml(many("["))],
  ["YAML braces", yaml(many("{a: "))],
  ["YAML list marks", yaml(`\n  ${many("- ")}`)],
  ["YAML question marks", yaml(`\n  ${many("? ")}`)],
  ["YAML keys", keys(6_000, (index) => `k${index}: 1`)],
  ["YAML keys that are almost right", keys(4_000, (index) => `titl${index}: 1`)],
  ["one YAML key again and again", keys(6_500, () => "title: a")],
  ["two YAML keys again and again", keys(8_000, (index) => (index % 2 ? "a: 1" : "b: 1"))],
  ["YAML tags", keys(5_000, (index) => `k${index}: !t b`)],
  ["YAML anchors", keys(5_000, (index) => `k${index}: &a b`)],
  [
    "YAML aliases",
    yaml(`x\na: &a [x, x]\n${Array.from({ length: 500 }, (_, key) => `b${key}: &b${key} [*a, *a]\n`).join("")}`),
  ],
  ["YAML list entries with quotes", yaml(`\n${many("- '''\n")}`)],
  ["YAML list entries that are never closed", yaml(`\n${many("- [a\n")}`)],
  ["YAML spaces in a list entry", yaml(`\n  - a\n  -${many(" ")}a`)],
  ["a title of backslashes", yaml(`'${many("\\")}'`)],
  ["a title of escaped line feeds", yaml(`"${many("\\n")}"`)],
  ["a title of escaped zero-width spaces", yaml(`"${many("\\u200b")}"`)],
  ["a title of HTML", yaml(`'${many("<b>")}'`)],
  ["a title of broken formulas", yaml(`'${many("$\\frac$ ")}'`)],
  ["a title with spaces between two letters", yaml(`a${many(" ")}b`)],
  ["a quoted title with spaces between two letters", yaml(`"a${many(" ")}b"`)],
  ["a title of quoted lines", yaml(`"${many("a\n  ")}"`)],
])("compile is safe from hostile %s", async (_, text) => {
  await expectSound(text, "satteri");
});
