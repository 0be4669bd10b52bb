import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ItemDocument, JsonProduct } from "../src/index.ts";
import { curriculum } from "./curriculum.ts";
import { published } from "./files.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README's app runs on published JSON", async () => {
  const files = await published(curriculum);
  const fetchFile = async (url: string) => new Response(files.get(url.replace("https://example.org/", "")));
  const printed: string[] = [];
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  await new AsyncFunction("fetch", "console", example)(fetchFile, { log: (line: string) => printed.push(line) });
  expect(printed.slice(0, 2)).toEqual(["Good Cook 1.2.0: Basics, Heat", "Salt share"]);
  expect(printed[2]).toContain("<math");
  expect(printed[3]).toBe("s = \\frac{m}{M}\n\nUse it for brines.");
});

test("the README's table of files names every file, and no other", async () => {
  const named = [...readme.matchAll(/^\| `([^`]+)` +\|.*\|.*\|.*\|$/gm)].map(([, name]) => name ?? "");
  const patterns = named.map(
    (name) => new RegExp(`^json/v1/${name.replace(".", "\\.").replaceAll(/<\w+>/g, "[^/]+")}$`),
  );
  const paths = [...(await published(curriculum)).keys()];
  for (const path of paths)
    expect(
      patterns.filter((pattern) => pattern.test(path)),
      path,
    ).toHaveLength(1);
  for (const pattern of patterns)
    expect(
      paths.some((path) => pattern.test(path)),
      String(pattern),
    ).toBe(true);
});

test("the README names every key of a product and the kinds of items", () => {
  for (const key of Object.keys(JsonProduct.shape)) {
    expect(readme).toMatch(new RegExp(`^\\| .*\`${key}\``, "m"));
  }
  for (const option of ItemDocument.options) expect(readme).toContain(`\`${option.shape.kind.value}\``);
});
