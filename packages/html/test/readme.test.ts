import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import * as html from "../src/index.ts";

test("the README's example gives what its comments say", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const example = /```ts\nimport .*\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const claims = [...example.matchAll(/^(render\w+)\(([\s\S]*?)\);\n\/\/ (.*)$/gm)];
  expect(claims.length).toBeGreaterThan(1);
  for (const [, name, args, claim] of claims) {
    const setup = example.slice(0, example.indexOf("renderInlines("));
    const { code } = await transform(`${setup}\nresult = html.${name}(${args});`, { loader: "ts" });
    expect(new Function("html", `let result; ${code}; return result;`)(html)).toBe(claim);
  }
});
