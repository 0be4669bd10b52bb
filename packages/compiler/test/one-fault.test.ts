import { expect, test } from "vitest";
import type { Example } from "./read-page.ts";
import { runExample } from "./run-example.ts";

/** The rules that report something in a topic, except those that a topic of few files always breaks. */
async function rulesThatSpeak(files: Readonly<Record<string, string>>): Promise<string[]> {
  const example: Example = {
    ...{ line: 1, edition: "", messages: [], isOk: false },
    files: Object.entries({ "kitchen/README.md": page, ...files }).map(([path, value]) => ({
      ...{ path, value },
      language: path.endsWith(".svg") ? "svg" : "markdown",
    })),
  };
  return (await runExample(example)).messages.map(({ rule }) => rule);
}

const page = "---\nid: kitchen\ntitle: Kitchen\nsummary: Bread and more.\n---\n\nBread.";
const recall = "short: Kneading builds gluten.\npoints: [water, work, time]";
const sources = "sources: [{title: The Art of Bread, url: 'https://example.org'}]\nverified: 2026-11-20";

/** A question without a fault. */
const question = (front = "", lead = "To build gluten.", rest = "## In depth\n\nTwo proteins.") =>
  `---\nid: dough\nkind: question\ntitle: Why knead dough?\n${recall}\ndifficulty: easy\n${sources}\n${front}\n---\n\n${lead}\n\n${rest}`;

const guide = (id: string, title: string, front = "") =>
  `---\nid: ${id}\nkind: guide\ntitle: ${title}\n${front}\n---\n\nText.`;

const code = (language: string, fence: string) =>
  `---\nid: dough\nkind: code\ntitle: Weigh it\nshort: Weigh it once.\ndifficulty: easy\nlanguage: ${language}\n---\n\nWeigh it.\n\n\`\`\`${fence} {1}\nx\n\`\`\`\n\n\`\`\`output\n1\n\`\`\``;

test("the files below are correct except for the one fault of each", async () => {
  expect(await rulesThatSpeak({ "kitchen/dough.md": question() })).toEqual([]);
  expect(await rulesThatSpeak({ "kitchen/dough.md": code("python", "python") })).toEqual([]);
  expect(await rulesThatSpeak({ "kitchen/dough.md": guide("dough", "Dough") })).toEqual([]);
});

test.each<[fault: string, rule: string, file: string]>([
  [
    "a misspelt heading of a required section",
    "known-sections",
    question("", undefined, "## In dept\n\nTwo proteins."),
  ],
  ["a heading without text", "section-name", question("", undefined, "## In depth\n\nTwo.\n\n##")],
  ["a misspelt `verified`", "unknown-key", question().replace("verified:", "verifed:")],
  ["a misspelt `sources`", "unknown-key", question().replace("sources:", "source:")],
  ["a list in the place of text", "unexpected-value", question().replace("Why knead dough?", "[Dough]")],
  ["a blank that is too short", "unexpected-value", question('asked: [" "]')],
  ["an inline formula of two dollars with spaces", "display-math", question("", "It is $$ x $$ here.")],
  [
    "a display formula that is never closed",
    "display-math",
    question("", undefined, "## In depth\n\n$$\nx\n\nText_ of $a"),
  ],
  ["an address without a host", "safe-urls", question("", "See [it](http://).")],
  ["an invisible character", "invisible-character", question("", "Sour\u200bdough.")],
  ["a pair of tags", "no-html", question("", "Knead <b>well</b>.")],
  ["a misspelt language of a fence", "fence-language", code("python", "py")],
  ["a misspelt `language`", "unexpected-value", code("pyton", "python")],
  ["a file without front matter", "front-matter", "# Dough\n\nKnead it."],
])("%s is reported once, by `%s`", async (_, rule, file) => {
  expect(await rulesThatSpeak({ "kitchen/dough.md": file })).toEqual([rule]);
});

test.each<[fault: string, rule: string, files: Readonly<Record<string, string>>]>([
  ["a file name that is no id", "file-name", { "kitchen/Sour_Dough.md": guide("Sour_Dough", "Sour dough") }],
  [
    "a file name that is no id, beside an id that is one",
    "file-name",
    { "kitchen/Sour_Dough.md": guide("sour-dough", "Sour") },
  ],
  [
    "an id that is neither the file's name nor an id",
    "id-matches-file",
    { "kitchen/dough.md": guide("The Dough", "Dough") },
  ],
  [
    "a figure with a fault that an item shows",
    "figure-readable",
    {
      "kitchen/dough.md": question("", "![A loaf](figures/loaf.svg)"),
      "kitchen/figures/loaf.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
  ],
  [
    "an item that was copied to another topic",
    "unique-id",
    {
      "kitchen/dough.md": guide("dough", "Dough"),
      "law/README.md": page.replace("kitchen", "law"),
      "law/dough.md": guide("dough", "Dough"),
    },
  ],
  ["an item that needs itself", "after-cycle", { "kitchen/dough.md": guide("dough", "Dough", "after: [dough]") }],
  [
    "a link to an item that has a fault",
    "unexpected-value",
    { "kitchen/dough.md": question("", "See [it](./yeast.md)."), "kitchen/yeast.md": guide("yeast", "[Yeast]") },
  ],
])("%s is reported once, by `%s`", async (_, rule, files) => {
  // A taken id is reported in both files.
  expect(await rulesThatSpeak(files)).toEqual(rule === "unique-id" ? [rule, rule] : [rule]);
});

test("two items with the same title are not reported as near duplicates too", async () => {
  const others = Array.from({ length: 25 }, (_, index) => {
    const word = (at: number) => ((index * 97 + at * 31 + 11) * 2_654_435_761).toString(36);
    return [`kitchen/item-${index}.md`, guide(`item-${index}`, `'${word(1)} ${word(2)} ${word(3)}'`)] as const;
  });
  const files = {
    ...Object.fromEntries(others),
    "kitchen/dough.md": guide("dough", "Resting sourdough overnight"),
    "kitchen/paste.md": guide("paste", "Resting sourdough overnight"),
  };
  expect(await rulesThatSpeak(files)).toEqual(["unique-title", "unique-title"]);
  const apart = { ...files, "kitchen/paste.md": guide("paste", "Resting a sourdough overnight") };
  expect(await rulesThatSpeak(apart)).toEqual(["near-duplicate"]);
});
