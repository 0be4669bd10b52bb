import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../src/index.ts";

const packageFolder = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", packageFolder), "utf8");

test("the README lists every rule with its severity and description", () => {
  const rows = rules.map(
    ({ name, severity, description, docs }) => `| [\`${name}\`](${docs}) | ${severity} | ${description} |`,
  );
  expect(readme.split("\n").filter((line) => line.startsWith("| [`"))).toEqual(rows);
});

test("the README's example prints what its last comment says", () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const said = /\/\/ (.*)\n$/.exec(example)?.[1];
  const printed = execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", example], {
    cwd: packageFolder,
    encoding: "utf8",
  });
  expect(printed.trimEnd()).toBe(said);
});
