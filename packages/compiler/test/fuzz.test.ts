import { Topic } from "@high-recall/core";
import fc from "fast-check";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { compile, type ParserName } from "../src/index.ts";

const page = "---\nid: topic\ntitle: A topic\nsummary: What it is about.\n---\n\nAn introduction.\n";

/** Compiles one item; each message must stand in the text, and a result must keep the contract. */
async function expectSound(text: string, parser: ParserName): Promise<void> {
  const input = new VFile({ path: "topic/input.md", value: text });
  const files = [new VFile({ path: "topic/README.md", value: page }), input];
  const { object } = await compile({ id: "topic", folder: "topic", files, figures: [] }, { parser });
  for (const { place, ruleId, url, reason } of input.messages.slice(0, 100)) {
    expect(ruleId && url && reason).toBeTruthy();
    if (place === undefined || !("start" in place)) throw new Error(`No place: ${reason}`);
    const [start, end] = [place.start.offset ?? -1, place.end.offset ?? -1];
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    const lines = text.slice(0, start).split(/\r\n|\n|\r/);
    expect([place.start.line, place.start.column]).toEqual([lines.length, (lines.at(-1) ?? "").length + 1]);
  }
  expect(object === undefined).toBe(input.messages.some(({ fatal }) => fatal));
  if (object !== undefined) expect(Topic.safeParse(object.topic).error).toBeUndefined();
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

test.each(["satteri", "remark"] as const)(
  "compile takes any text without throwing, with %s",
  { timeout: 60_000 },
  async (parser) => {
    const any = fc.oneof(soup, item, front, bytes, fc.string({ unit: "binary", maxLength: 200 }));
    await fc.assert(
      fc.asyncProperty(any, (text) => expectSound(text, parser)),
      { numRuns: parser === "satteri" ? 500 : 150 },
    );
  },
);

const head = "---\nid: input\nkind: guide\ntitle: A guide\n---\n\n";
const yaml = (value: string) => `---\nid: input\nkind: guide\ntitle: ${value}\n---\n\nText.\n`;
const many = (text: string, length = 60_000) => text.repeat(Math.floor(length / text.length));

test.each([
  ["quotes", head + many(">")],
  ["spaced quotes", head + many("> ")],
  ["list marks", head + many("- ")],
  ["nested lists", head + Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- a\n`).join("")],
  ["emphasis", head + many("*a _b ")],
  ["stars", head + many("*a**b")],
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
  ["YAML brackets", yaml(many("["))],
  ["YAML braces", yaml(many("{a: "))],
  ["YAML list marks", yaml(`\n  ${many("- ")}`)],
  ["YAML question marks", yaml(`\n  ${many("? ")}`)],
  ["YAML keys", `---\n${Array.from({ length: 1_000 }, (_, key) => `k${key}: 1\n`).join("")}---\n`],
  [
    "YAML aliases",
    yaml(`x\na: &a [x, x]\n${Array.from({ length: 500 }, (_, key) => `b${key}: &b${key} [*a, *a]\n`).join("")}`),
  ],
  ["a title of backslashes", yaml(`'${many("\\", 60_000)}'`)],
])("compile is safe from hostile %s", { timeout: 60_000 }, async (_, text) => {
  await expectSound(text, "satteri");
});
