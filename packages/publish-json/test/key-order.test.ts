import { expect, test } from "vitest";
import * as z from "zod";
import { PublishedDocument } from "../src/index.ts";
import { inSchemaOrder } from "../src/key-order.ts";
import { curriculum } from "./curriculum.ts";
import { published } from "./files.ts";

interface Tree {
  type: "tree";
  name: string;
  children: Node[];
}
type Leaf = { type: "leaf"; value?: number | null | undefined };
type Node = Tree | Leaf;

const Leaf = z.strictObject({ type: z.literal("leaf"), value: z.number().nullable().optional() });
const Tree: z.ZodType<Tree> = z.strictObject({
  type: z.literal("tree"),
  name: z.string(),
  children: z.array(z.lazy(() => Node)),
});
const Node: z.ZodType<Node> = z.union([Tree, Leaf]);

test("puts the keys of nested objects in the schema's order", () => {
  const given: Node = {
    children: [
      { value: 1, type: "leaf" },
      { children: [], name: "b", type: "tree" },
    ],
    name: "a",
    type: "tree",
  };
  expect(JSON.stringify(inSchemaOrder(Node, given))).toBe(
    '{"type":"tree","name":"a","children":[{"type":"leaf","value":1},{"type":"tree","name":"b","children":[]}]}',
  );
});

test("keeps null, and leaves out what is undefined", () => {
  expect(JSON.stringify(inSchemaOrder(Leaf, { value: null, type: "leaf" }))).toBe('{"type":"leaf","value":null}');
  expect(Object.keys(inSchemaOrder(Leaf, { value: undefined, type: "leaf" }))).toEqual(["type"]);
});

test("changes nothing in place", () => {
  const given = Object.freeze({ value: 1, type: "leaf" as const });
  inSchemaOrder(Leaf, given);
  expect(Object.keys(given)).toEqual(["value", "type"]);
});

test("refuses a key and a kind of object that the schema does not know", () => {
  expect(() => inSchemaOrder(Leaf, { type: "leaf", colour: "red" } as never)).toThrow("Unexpected key colour");
  expect(() => inSchemaOrder(Node, { type: "twig" } as never)).toThrow("Unexpected type twig");
});

test("refuses a schema whose order cannot be known", () => {
  const Ambiguous = z.union([z.object({ a: z.string(), b: z.string() }), z.object({ b: z.string(), a: z.string() })]);
  expect(() => inSchemaOrder(Ambiguous, { a: "", b: "" })).toThrow("Unexpected union");
  expect(() => inSchemaOrder(z.map(z.string(), z.string()), new Map())).toThrow("Unexpected schema of the type map");
});

test("published documents pass their schemas and are what parsing them gives, byte for byte", async () => {
  const files = await published(curriculum);
  const documents = [...files].filter(([path]) => path.endsWith(".json") && !path.endsWith("/schema.json"));
  expect(documents.length).toBeGreaterThan(5);
  for (const [path, text] of documents) {
    const parsed = PublishedDocument.parse(JSON.parse(text));
    const isIndented = text.startsWith("{\n");
    expect(`${JSON.stringify(parsed, null, isIndented ? 2 : 0)}\n`, path).toBe(text);
  }
});
