import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { Edition } from "../src/index.ts";

interface Schema {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

test("docs/edition.md lists the keys of edition.yaml, as the schema describes them", () => {
  const { $defs } = z.toJSONSchema(Edition, { io: "input" }) as unknown as {
    readonly $defs: {
      readonly Edition: { readonly properties: Readonly<Record<string, Schema>>; readonly required: readonly string[] };
    };
  };
  const schema = $defs.Edition;
  const expected = Object.entries(schema.properties).map(([key, { description, examples = [] }]) => {
    const need = schema.required.includes(key) ? "required" : "";
    const example = JSON.stringify(examples[0])
      .replaceAll('","', '", "')
      .replaceAll('":', '": ')
      .replaceAll(',"', ', "');
    return `| \`${key}\` | ${need} | ${description} | \`${example}\` |`;
  });
  const page = readFileSync(new URL("../../../docs/edition.md", import.meta.url), "utf8");
  expect(page.split("\n").filter((line) => line.startsWith("| `"))).toEqual(expected);
});
