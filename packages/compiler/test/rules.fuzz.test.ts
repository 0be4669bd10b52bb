import { kinds } from "@high-recall/core";
import { createRuleSet } from "@high-recall/rules";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkEntries, checkSource, contextOf } from "../src/index.ts";
import { topicOf } from "./fixture.ts";
import { formulaWidth, printable } from "./run-example.ts";

/** Pieces that rules look at, whole and broken. */
const piece = fc.constantFrom(
  ..."# |## In depth|##|### a|#### b|##### c|===|---|- |1. |> |    |\t|* * *|- [ ] ".split("|"),
  ..."text|**b**|*|_|`code`|`|``|\\|&amp;|&#x1F600;|&#8203;|🚀|漢|é".split("|"),
  ..."$x$|$|$ x $|$$|$$ x|\\frac{1}{2}|x_i = 2|\\sum_{|\\text{a}|^{|\\farc".split("|"),
  ..."```|```py|```output|~~~ sql title|<b>|</b>|<!--|-->|<br/>|</|[^1]|[^1]: a".split("|"),
  ..."[a](./b.md)|[](x)|![](figures/roc.svg)|![a]|[a]: javascript:1|[a]|www.example.org|http://e|<mailto:a>|](".split(
    "|",
  ),
  "| a | b |",
  "| --- | --- |",
  "| --- |",
  "| | |",
  "a\\|b | c",
  "\u001b[31m",
  "\u200b",
  "long".repeat(40),
  ...[" ", "\n", "\n", "\n\n", "\n\n", "\r\n"],
);
const body = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

const key = fc.constantFrom(
  ...["title", "difficulty", "style", "language", "run", "reason", "symbols", "example", "steps", "tags", "after"],
  ...[
    "related",
    "sources",
    "verified",
    "formerly",
    "asked",
    "aliases",
    "category",
    "api",
    "requires",
    "titel",
    "colour",
  ],
);
const value = fc.constantFrom(
  ...[
    "",
    "[]",
    "[a, a]",
    "{}",
    "{x: 1, y: {z: 2}}",
    "none",
    "false",
    "design",
    "python",
    "null",
    "'🚀'",
    "'  '",
    "[[1]]",
  ],
  ...[
    "[{title: a, items: [b, b]}]",
    "3",
    "0.5",
    "2026-02-30",
    "Two Words",
    "a, b",
    "'$\\farc'",
    "'<b>[x](y)</b>'",
    "*a",
  ],
  ...['"\\t"', '"\\s"', "[", "{x: [1, 2]}", `'${"long ".repeat(40)}'`, `[${"long-".repeat(30)}x]`],
);
const frontMatter = fc.tuple(fc.constantFrom(...kinds, "poem"), fc.dictionary(key, value)).map(([kind, values]) => {
  const lines = Object.entries(values).map(([name, written]) => `${name}: ${written}`);
  return ["---", "id: input", `kind: ${kind}`, ...lines, "---", ""].join("\n");
});

const rules = createRuleSet({ rules: { "design-steps": ["data", "model"] }, printable, formulaWidth });

test.each(["satteri", "remark"] as const)(
  "for any text, each message says what is wrong and how to fix it, with %s",
  async (parser) => {
    const file = fc.tuple(frontMatter, body, fc.constantFrom("input.md", "README.md"));
    await fc.assert(
      fc.asyncProperty(file, async ([front, text, name]) => {
        const source = topicOf(`${front}\n${text}`, name);
        const [only] = source.files;
        if (only === undefined) throw new Error("No file");
        const report = await checkSource(only, contextOf(source), { rules, parser });
        const messages = [...(await checkEntries(source, { rules })), ...report.messages];
        for (const message of messages) {
          expect(message.text).toMatch(/^[`A-Z].*: \S/);
          // No control characters, and short enough to read.
          expect(message.text).not.toMatch(/\p{Cc}/u);
          expect(message.text.length).toBeLessThan(400);
          expect(message.url).toMatch(new RegExp(`/${message.rule}\\.md$`));
          for (const { place } of [message, ...message.related]) {
            expect(place.start.offset).toBeLessThanOrEqual(place.end.offset);
            expect(place.end.offset).toBeLessThanOrEqual(only.text.length);
          }
        }
      }),
      { numRuns: parser === "satteri" ? 600 : 150 },
    );
  },
);
