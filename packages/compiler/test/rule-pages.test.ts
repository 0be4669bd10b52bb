import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fenceLanguages, type Message } from "@high-recall/core";
import { type ListedRule, rules } from "@high-recall/rules";
import { describe, expect, test } from "vitest";
import { type Example, readExamples } from "./read-page.ts";
import { examplePath, runExample } from "./run-example.ts";

const packageFolder = new URL("../../rules/", import.meta.url);
const pageOf = ({ docs }: ListedRule) => readFileSync(new URL(docs, packageFolder), "utf8");
const groups = [...new Set(rules.map(({ group }) => group))];

/** Rules that need many files, a release or a run; they have tests of their own. */
const withoutExamples = [
  "near-duplicate",
  "released-kept",
  "figure-drawn",
  "sample-output",
  "sample-runs",
  "sample-stale",
  "sample-steady",
];

describe("every rule", () => {
  test("has a unique name", () => {
    const names = rules.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(groups)("of %s has one .ts and one .md, and is listed in alphabetical order", (group) => {
    const names = rules.filter((rule) => rule.group === group).map(({ name }) => name);
    const files = readdirSync(new URL(`src/${group}/`, packageFolder)).filter((name) => !helpers.includes(name));
    expect(files.sort()).toEqual(names.flatMap((name) => [`${name}.md`, `${name}.ts`]).sort());
    expect(names).toEqual([...names].sort());
  });

  test.each(rules)("$name has a page with its name, the reason, how to fix it and examples", (rule) => {
    const page = pageOf(rule);
    expect(page.split("\n")[0]).toBe(`# \`${rule.name}\``);
    for (const heading of ["## Why", "## How to fix"]) expect(page.split("\n")).toContain(heading);
    expect(rule.url).toBe(`https://github.com/high-recall/high-recall/blob/main/packages/rules/${rule.docs}`);
    if (withoutExamples.includes(rule.name)) {
      expect(page).toMatch(new RegExp(`^## Example\n\n\`\`\`text\n.+\n\\d+:\\d+-\\d+:\\d+ ${rule.severity} `, "m"));
      return;
    }
    const own = readExamples(page);
    expect(own.filter((example) => example.isOk && example.messages.length === 0)).not.toEqual([]);
    expect(own.filter((example) => !example.isOk)).not.toEqual([]);
    for (const example of own.filter((example) => !example.isOk)) expect(example.messages).not.toEqual([]);
  });

  test("is in the table of the README, with its severity and description", () => {
    const readme = readFileSync(new URL("README.md", packageFolder), "utf8");
    const rows = rules.map(
      ({ name, severity, description, docs }) => `| [\`${name}\`](${docs}) | ${severity} | ${description} |`,
    );
    expect(readme.split("\n").filter((line) => line.startsWith("| [`"))).toEqual(rows);
  });
});

/** Files in a folder of rules that define no rule. */
const helpers = ["near-duplicates.ts", "one-edit.ts", "terms.ts"];

const examples = rules
  .filter(({ name }) => !withoutExamples.includes(name))
  .flatMap((rule) => readExamples(pageOf(rule)).map((example) => ({ rule, example })));

describe.each(examples)("$rule.name, line $example.line of its page", ({ rule, example }) => {
  const run = async (one: Example) => {
    const { messages, texts } = await runExample(one);
    return { messages: messages.filter((message) => message.rule === rule.name), texts };
  };

  test("gives the messages of the page, each in its file, with the page's address", async () => {
    const { messages, texts } = await run(example);
    expect(messages.map((message) => print(message, example))).toEqual(example.messages);
    for (const { url, severity, place, file } of messages) {
      expect([url, severity]).toEqual([rule.url, rule.severity]);
      expect(place.start.offset).toBeGreaterThanOrEqual(0);
      expect(place.end.offset).toBeLessThanOrEqual(texts.get(file)?.length ?? Number.POSITIVE_INFINITY);
    }
  });

  test("gives the same messages with CRLF line endings", async () => {
    const windows = example.files.map((file) =>
      file.language === "markdown" ? { ...file, value: file.value.replaceAll("\n", "\r\n") } : file,
    );
    const { messages } = await run({ ...example, files: windows });
    expect(messages.map((message) => print(message, example))).toEqual(example.messages);
  });

  test("has fixes that leave fewer messages", async () => {
    const [file] = example.files;
    const { messages, texts } = await run(example);
    for (const { fixes, file: path } of messages) {
      const text = texts.get(path);
      const [first] = fixes;
      if (first === undefined || text === undefined || file === undefined || path === "edition.yaml") continue;
      const corrected = apply(text, first);
      const files = example.files.map((one) =>
        (one.path ?? examplePath) === path ? { ...one, value: corrected.replace(/\n$/, "") } : one,
      );
      expect((await run({ ...example, files })).messages.length).toBeLessThan(messages.length);
    }
  });
});

function apply(text: string, { replacements }: Message["fixes"][number]): string {
  return [...replacements]
    .sort((one, other) => other.place.start.offset - one.place.start.offset)
    .reduce((left, { place, text: by }) => left.slice(0, place.start.offset) + by + left.slice(place.end.offset), text);
}

function print({ file, place: { start, end }, severity, text }: Message, { files }: Example): string {
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  const isShown = files.some(({ path }) => path !== undefined);
  return `${isShown ? `${file} ` : ""}${place} ${severity} ${text}`;
}

test("`fence-language` knows the languages that the compiler can colour", async () => {
  for (const language of fenceLanguages) {
    const file = { path: undefined, language: "markdown", value: `\`\`\`\`${language}\nx\n\`\`\`\`` } as const;
    const { messages } = await runExample({ line: 1, files: [file], edition: "", messages: [], isOk: true });
    expect(messages.filter(({ rule }) => rule === "fence-language")).toEqual([]);
  }
});

test("the rule that docs/adding-a-rule.md writes is the one that runs", () => {
  const guide = readFileSync(fileURLToPath(new URL("../../docs/adding-a-rule.md", packageFolder)), "utf8");
  for (const ending of ["ts", "md"]) {
    expect(guide).toContain(readFileSync(new URL(`src/content/lead-length.${ending}`, packageFolder), "utf8"));
  }
});
