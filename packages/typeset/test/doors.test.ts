import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.d)\.ts$/.test(file));
const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), "utf8").matchAll(/^(?:import|export)(?! type\b)[^"';]*?from "([^"]+)"/gm)].map(
    ([, name = ""]) => name,
  );

test("no file knows a publisher or a PDF library", () => {
  const known = files.flatMap((file) => importsOf(file).filter((name) => /publish|pdfkit/.test(name)));
  expect(known).toEqual([]);
});

test.each([
  ["fonts/coverage.ts", /^fonts\//],
  ["math/formula-width.ts", /^(fonts|math)\//],
])("the entry %s loads no layout", (entry, allowed) => {
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const name of importsOf(file)) if (name.startsWith(".")) load(normalize(join(dirname(file), name)));
  };
  load(entry);
  expect(loaded.size).toBeGreaterThan(1);
  expect([...loaded].filter((file) => !allowed.test(file))).toEqual([]);
});
