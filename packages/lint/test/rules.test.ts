import { readdirSync, readFileSync } from "node:fs";
import { fenceLanguages } from "@high-recall/core";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { createPreset, rules } from "../src/index.ts";
import { placeAt } from "../src/place.ts";
import { check } from "./check.ts";
import { type Example, formulaWidth, printable, readExamples } from "./examples.ts";

const packageFolder = new URL("../", import.meta.url);
const pages = rules.map((rule) => ({ rule, page: readFileSync(new URL(rule.docs, packageFolder), "utf8") }));
const examples = pages.flatMap(({ rule, page }) => readExamples(page).map((example) => ({ rule, example })));

describe("every rule", () => {
  test("has one .ts and one .md, and stands in the preset's list, in alphabetical order", () => {
    const names = rules.map((rule) => rule.name);
    const files = readdirSync(new URL("src/rules/", packageFolder)).sort();
    expect(files).toEqual(names.flatMap((name) => [`${name}.md`, `${name}.ts`]).sort());
    expect(names).toEqual([...names].sort());
    expect(createPreset().plugins).toHaveLength(rules.length);
  });

  test.for(pages)(
    "$rule.name has a page with its name, an example that is ok and one that is not",
    ({ rule, page }) => {
      expect(page.split("\n")[0]).toBe(`# \`${rule.name}\``);
      for (const heading of ["## Why", "## How to mend"]) expect(page.split("\n")).toContain(heading);
      const own = readExamples(page);
      expect(own.filter((example) => example.isOk && example.messages.length === 0)).not.toEqual([]);
      expect(own.filter((example) => !example.isOk)).not.toEqual([]);
      for (const example of own.filter((example) => !example.isOk)) expect(example.messages).not.toEqual([]);
      expect(rule.url).toBe(`https://github.com/high-recall/high-recall/blob/main/packages/lint/${rule.docs}`);
    },
  );
});

test("`fence-language` knows the languages that the compiler can colour", () => {
  const fence = (language: string) =>
    check(`\`\`\`${language}\n\`\`\`\n`).filter((message) => message.ruleId === "fence-language");
  expect(fence("none-of-them")[0]?.reason).toContain(`one of ${fenceLanguages.join(", ")}`);
  for (const language of fenceLanguages) expect(fence(language)).toEqual([]);
});

test("the rule that docs/adding-a-rule.md writes is the one that runs", () => {
  const guide = readFileSync(new URL("../../docs/adding-a-rule.md", packageFolder), "utf8");
  for (const ending of ["ts", "md"]) {
    expect(guide).toContain(readFileSync(new URL(`src/rules/lead-length.${ending}`, packageFolder), "utf8"));
  }
});

describe.for(examples)("$rule.name, line $example.line of its page", ({ rule, example }) => {
  const own = (messages: VFileMessage[]) => messages.filter((message) => message.ruleId === rule.name);
  const run = (source: string) => own(check(source, { rules: rulesOf(example), printable, formulaWidth }));

  test("gives the messages of the page, and each says where it is explained", () => {
    const messages = run(example.source);
    expect(messages.map(print)).toEqual(example.messages);
    for (const message of messages) expect(message.url).toBe(rule.url);
  });

  test("gives the same messages with CRLF line endings", () => {
    expect(run(example.source.replaceAll("\n", "\r\n")).map(print)).toEqual(example.messages);
  });

  test("does not break on a tree without positions", () => {
    for (const { cause } of check(example.source, { rules: rulesOf(example), printable, formulaWidth }, false)) {
      expect(cause).toBeUndefined();
    }
  });

  test("places each message in the file, and mends what it can", () => {
    for (const message of run(example.source)) {
      const { place, actual, expected } = message;
      if (!place || !("start" in place)) throw new Error(`Unexpected message without start and end: ${message.reason}`);
      const [start, end] = [place.start.offset ?? -1, place.end.offset ?? -1];
      expect(place).toEqual(placeAt(new VFile(example.source), start, end));
      expect(end).toBeGreaterThan(start);
      if (!expected?.[0]) continue;
      expect(example.source.slice(start, end)).toBe(actual);
      const mended = example.source.slice(0, start) + expected[0] + example.source.slice(end);
      expect(run(mended).length).toBeLessThan(run(example.source).length);
    }
  });
});

function rulesOf(example: Example): Record<string, unknown> {
  return example.edition ? parseYaml(example.edition).rules : {};
}

function print({ place, fatal, reason }: VFileMessage): string {
  if (!place || !("start" in place)) return `- ${reason}`;
  const { start, end } = place;
  return `${start.line}:${start.column}-${end.line}:${end.column} ${fatal ? "error" : "warning"} ${reason}`;
}
