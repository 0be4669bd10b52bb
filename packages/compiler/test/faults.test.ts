import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../src/index.ts";
import { faults, fixtures, messagesOf } from "./fixture.ts";

const expected = (name: string) => readFileSync(join(faults, name, "expected.txt"), "utf8");

describe.each(["satteri", "remark"] as const)("with %s", (parser) => {
  test.each(fixtures)("the faults of %s stand at their places", async (name) => {
    expect(await messagesOf(name, parser)).toBe(expected(name));
  });
});

test("every rule is shown by a fixture", () => {
  // The first two need files that are no part of a repository; read.test.ts makes them. The third needs many items;
  // near-duplicates.test.ts makes those.
  const shown = new Set(["file-size", "symbolic-link", "near-duplicate"]);
  for (const name of fixtures) for (const line of expected(name).split("\n")) shown.add(line.split("  ").at(-1) ?? "");
  expect(rules.filter((rule) => !shown.has(rule))).toEqual([]);
});

test("every rule is explained in rules.md, in order and with an example", () => {
  const text = readFileSync(join(import.meta.dirname, "../rules.md"), "utf8");
  const sections = text.split(/^## /m).slice(1);
  expect(sections.map((section) => section.split("\n")[0])).toEqual([...rules]);
  for (const section of sections) expect(section, section).toMatch(/\n {4}\S|```/);
});
