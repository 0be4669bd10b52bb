import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../src/", import.meta.url));
const imports = new Map(globSync("**/*.ts", { cwd: folder }).map((file) => [file, importsOf(file)]));

test("parse knows no other folder, and compute knows parse alone", () => {
  const reaches = (from: string, to: string) =>
    [...imports].filter(([file, paths]) => file.startsWith(from) && paths.some((path) => path.startsWith(to)));
  expect(reaches("parse/", "compute/")).toEqual([]);
  expect(reaches("parse/", "check/")).toEqual([]);
  expect(reaches("compute/", "check/")).toEqual([]);
  expect(reaches("check/", "compute/")).not.toEqual([]);
});

test("no file imports itself, directly or through others", () => {
  for (const file of imports.keys()) expect(reachableFrom(file), file).not.toContain(file);
});

function importsOf(file: string): string[] {
  const text = readFileSync(join(folder, file), "utf8");
  return [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) => join(dirname(file), path));
}

function reachableFrom(file: string): string[] {
  const found = new Set(imports.get(file));
  for (const path of found) for (const next of imports.get(path) ?? []) found.add(next);
  return [...found];
}
