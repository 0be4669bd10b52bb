import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { curriculum } from "./curriculum.ts";
import { published, read } from "./files.ts";

let files: ReadonlyMap<string, string>;
let validators: (name: string) => ValidateFunction;

beforeAll(async () => {
  files = await published(curriculum);
  const schema = read(files, "json/v1/schema.json");
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(schema);
  validators = (name) => {
    const validate = ajv.getSchema(name === "" ? schema.$id : `${schema.$id}#/$defs/${name}`);
    if (!validate) throw new Error(`Expected ${name} in schema.json`);
    return validate;
  };
});

const documents: [path: RegExp, definition: string][] = [
  [/index\.json$/, "IndexDocument"],
  [/curriculum\.json$/, "CurriculumDocument"],
  [/search\.json$/, "SearchDocument"],
  [/redirects\.json$/, "RedirectsDocument"],
  [/topics\/[^/]+\.json$/, "TopicDocument"],
  [/items\/[^/]+\.json$/, "ItemDocument"],
];

test.each(documents)("files like %s match the definition %s of schema.json", (path, definition) => {
  const paths = [...files.keys()].filter((one) => path.test(one));
  expect(paths.length).toBeGreaterThan(0);
  for (const one of paths) {
    for (const name of [definition, ""]) {
      const validate = validators(name);
      validate(read(files, one));
      expect(validate.errors, one).toBeNull();
    }
  }
});

test("every published JSON document but the schema itself has a definition", () => {
  const others = [...files.keys()].filter(
    (path) => path.endsWith(".json") && !documents.some(([one]) => one.test(path)),
  );
  expect(others).toEqual(["json/v1/schema.json"]);
});

test("the schema refuses a document with a missing, an extra or a wrong key", () => {
  const validate = validators("");
  const item = read(files, "json/v1/items/salt-share.json");
  const { tex: _, ...without } = item;
  expect(validate(item)).toBe(true);
  expect(validate(without)).toBe(false);
  expect(validate({ ...item, extra: 1 })).toBe(false);
  expect(validate({ ...item, kind: "term" })).toBe(false);
  expect(validate({ ...item, document: "topic" })).toBe(false);
  expect(validate({ ...item, verified: "yesterday" })).toBe(false);
});

test("`$schema` of every document leads to schema.json", () => {
  for (const path of files.keys()) {
    if (!path.endsWith(".json") || path.endsWith("/schema.json")) continue;
    const found = new URL(read(files, path).$schema, `https://example.org/${path}`).pathname;
    expect(found).toBe("/json/v1/schema.json");
  }
});

test("every definition of a document has a description", () => {
  const { $defs } = read(files, "json/v1/schema.json");
  for (const [name, definition] of Object.entries<{ description?: string }>($defs))
    if (name.endsWith("Document") || name.endsWith("Entry")) expect(definition.description, name).toMatch(/\w/);
});
