import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../src/index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README lists every rule with its severity and description", () => {
  const rows = rules.map(
    ({ name, severity, description, docs }) => `| [\`${name}\`](${docs}) | ${severity} | ${description} |`,
  );
  expect(readme.split("\n").filter((line) => line.startsWith("| [`"))).toEqual(rows);
});
