import { parse } from "@high-recall/compiler";
import { kinds } from "@high-recall/core";
import fc from "fast-check";
import type { Literal, Node } from "unist";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { placeInValue, sourceAt } from "../src/place.ts";
import { countWords } from "../src/words.ts";
import { check } from "./check.ts";
import { formulaWidth, printable } from "./examples.ts";

/** Pieces that rules look at, whole and broken. */
const piece = fc.constantFrom(
  ..."# |## In depth|##|### a|#### b|##### c|===|---|- |1. |> |    |\t|* * *|- [ ] ".split("|"),
  ..."text|**b**|*|_|`code`|`|``|\\|&amp;|&#x1F600;|🚀|漢|é".split("|"),
  ..."$x$|$|$ x $|$$|\\frac{1}{2}|x_i = 2|\\sum_{|\\text{a}|^{".split("|"),
  ..."```|```py|```output|~~~ sql|<b>|<!--|-->|<br/>|</".split("|"),
  ..."[a](./b.md)|[](x)|![](figures/roc.svg)|![a]|[a]: javascript:1|[a]|www.example.org|http://e|<mailto:a>|](|[^1]".split(
    "|",
  ),
  "| a | b |",
  "| --- | --- |",
  "| --- |",
  "| | |",
  "a\\|b | c",
  "\u001b[31m",
  "long".repeat(40),
  " ",
  "\n",
  "\n",
  "\n\n",
  "\n\n",
  "\r\n",
);
const body = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

const key = fc.constantFrom(
  "title",
  "style",
  "language",
  "run",
  "reason",
  "symbols",
  "example",
  "steps",
  "tags",
  "sources",
  "api",
);
const value = fc.constantFrom(
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
  "[[1]]",
  "[{title: a, items: [b, b]}]",
  "3",
);
const frontMatter = fc.tuple(fc.constantFrom(...kinds, "poem"), fc.dictionary(key, value)).map(([kind, values]) => {
  const lines = Object.entries(values).map(([name, written]) => `${name}: ${written}`);
  return ["---", "id: adam", `kind: ${kind}`, ...lines, "---", ""].join("\n");
});

test("whatever an author writes, each rule answers in the grammar of messages, and no rule breaks", () => {
  const rules = { "design-steps": ["data", "model"] };
  fc.assert(
    fc.property(frontMatter, body, fc.boolean(), (front, text, hasPositions) => {
      const source = `${front}\n${text}`;
      for (const { cause, fatal, ruleId, reason, url, place } of check(
        source,
        { rules, printable, formulaWidth },
        hasPositions,
      )) {
        expect(cause).toBeUndefined();
        expect(fatal).toBeTypeOf("boolean");
        expect(url).toContain(`/${ruleId}.md`);
        // The words of a formula's example are tex's own.
        if (ruleId !== "formula-example") expect(reason).toMatch(/^Unexpected .+, expected ./s);
        // Nothing that a terminal would obey, and no more than a reader reads.
        expect(reason).not.toMatch(/\p{Cc}/u);
        expect(reason.length).toBeLessThan(400);
        if (!place || !("start" in place)) continue;
        expect(place.start.offset).toBeLessThanOrEqual(place.end.offset ?? -1);
        expect(place.end.offset).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 400 },
  );
}, 60_000);

test("a text has as many words as are written, and a formula or a piece of code counts as one of them", () => {
  const word = fc.constantFrom(
    "adam",
    "it's",
    "state-of-the-art",
    "0.5",
    "$x + y$",
    "`a b c`",
    "$d$-wide",
    "**bold**",
    "é",
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.constantFrom(" ", "\n", " — ", "—"), (words, space) => {
      const tree = parse(new VFile(`x ${words.join(space)}`));
      expect(countWords(tree.children)).toBe(words.length + 1);
    }),
  );
});

test("tables, display formulas, code and images have no words to read", () => {
  const shown = "| a | b |\n| --- | --- |\n| c | d |\n\n$$\ne\n$$\n\n```text\nf\n```\n\n![g](figures/roc.svg)\n";
  expect(countWords(parse(new VFile(shown)).children)).toBe(0);
});

test("a piece of a fence's value is found in the file, however the fence is indented", () => {
  const line = fc.stringMatching(/^[a-z=+ ]{0,8}[a-z]$/);
  const indent = fc.constantFrom("", " ", "   ", "> ", "- ");
  const shape = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    indent,
    mark: fc.constantFrom("$$", "```"),
    ending: fc.constantFrom("\n", "\r\n"),
  });
  fc.assert(
    fc.property(shape, fc.nat(), ({ lines, indent: first, mark, ending }, pick) => {
      const rest = first === "- " ? "  " : first;
      const source = [`text${ending}`, first + mark, ...[...lines, mark].map((one) => rest + one)].join(ending);
      const file = new VFile(source);
      const node = findFence(parse(file));
      const index = pick % lines.length;
      const text = lines[index]?.trim() ?? "";
      const start = String(node.value).indexOf(text, lineStarts(String(node.value))[index]);
      expect(sourceAt(file, placeInValue(file, node, start, start + text.length))).toBe(text);
    }),
  );
});

function findFence(node: Node): Literal {
  if (node.type === "math" || node.type === "code") return node as Literal;
  const children = "children" in node ? (node.children as Node[]) : [];
  for (const child of children) {
    const found = findFence(child);
    if (found.type !== "none") return found;
  }
  return { type: "none", value: "" };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
}
