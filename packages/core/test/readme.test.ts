import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Names that src/index.ts lists one by one. */
const exported = [...read("../src/index.ts").matchAll(/export (?:type )?\{([^}]*)\}/g)]
  .flatMap(([, names = ""]) => names.split(","))
  .map((name) => name.replace("type ", "").trim())
  .filter(Boolean);

test("README.md lists each export in the row of its file, and nothing else", () => {
  const rows = [...read("../README.md").matchAll(/^\| (`[a-z].*?`) \| (.*) \|$/gm)];
  const named = rows.flatMap(([, file = "", names = ""]) =>
    file.includes("mdast.ts") ? [] : [...(names.split(":")[0]?.matchAll(/`(\w+)`/g) ?? [])].map(([, name]) => name),
  );
  // `kind` is a key of front matter.
  expect(named.filter((name) => name !== "kind").sort()).toEqual([...exported].sort());
});
