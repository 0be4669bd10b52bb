import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), "utf8").matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)].map(
    ([, name, lazy]) => name ?? lazy ?? "",
  );
const importing = (pattern: RegExp, where: RegExp = /^/) =>
  files.filter((file) => where.test(file) && importsOf(file).some((name) => pattern.test(name)));

test("only the writer knows pdfkit and the compression", () => {
  expect(importing(/^(pdfkit|pako)$/).filter((file) => !file.startsWith("writer/"))).toEqual([]);
  expect(importing(/^pdfkit$/)).toEqual(["writer/pdfkit-internals.ts"]);
});

test("the writer knows no product", () => {
  expect(importing(/\/(sheet|handbook|shared|product|publish)\b/, /^writer\//)).toEqual([]);
});

test("products reach the writer through one function and the type of its option", () => {
  const used = files.filter((file) => !file.startsWith("writer/")).flatMap(importsOf);
  expect(
    new Set(used.filter((name) => /\bwriter\//.test(name)).map((name) => name.replace(/^.*writer/, "writer"))),
  ).toEqual(new Set(["writer/compress.ts", "writer/write.ts"]));
});

test("neither product knows the other", () => {
  expect(importing(/\/handbook\//, /^sheet\//)).toEqual([]);
  expect(importing(/\/sheet\//, /^handbook\//)).toEqual([]);
});
