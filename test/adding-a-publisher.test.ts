import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Curriculum, type RegisteredPublisher } from "../packages/core/src/index.ts";

/** The publisher of docs/adding-a-publisher.md, made from the page's code. */

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/adding-a-publisher.md"), "utf8");
// Inside a package, whose dependencies the code may import.
const folder = join(root, "packages/publish-csv/dist", `adding-a-publisher-${process.pid}`);

const phrase = (text: string) => ({ text, children: [{ type: "text" as const, value: text }] });
const item = (id: string, kind: "term" | "guide") => ({
  ...{ id, kind, topic: "bread", path: `bread/${id}.md`, title: phrase(`Title of ${id}`), tags: [], after: [] },
  ...{ related: [], sources: [], formerly: [], importance: "common", lead: [], sections: [] },
  ...(kind === "term" ? { short: phrase("The short answer."), aliases: [], category: "concept", api: [] } : {}),
});
const curriculum = Curriculum.parse({
  edition: { id: "bakery", title: "Bakery", language: "en", version: "1.0.0", date: "2026-11-20" },
  topics: [
    {
      ...{ id: "bread", title: phrase("Bread"), summary: phrase("All of it"), introduction: [], figures: [] },
      items: [item("dough", "term"), item("baking", "guide")],
    },
  ],
  order: ["dough", "baking"],
});

beforeAll(() => {
  for (const [, path = "", code = ""] of page.matchAll(/^ {3}```ts\n {3}\/\/ (\S+)\n([\s\S]*?)^ {3}```$/gm)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code.replaceAll(/^ {3}/gm, ""));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("has the types that core asks for", () => {
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ extends: join(root, "tsconfig.json"), include: ["packages"], exclude: [] }));
  execFileSync(join(root, "node_modules/.bin/tsc"), ["--project", config], { stdio: "pipe" });
});

test("makes its default product, and a selection", async () => {
  const file = join(folder, "packages/publish-text/src/registration.ts");
  const { text } = (await import(pathToFileURL(file).href)) as { text: RegisteredPublisher };
  const entries = [...text.defaults({ id: "bakery" }), { path: "text/terms.txt", bullet: "*", kinds: ["term"] }];
  const publisher = await text.load(undefined);
  const { artifacts } = await publisher.publish(
    curriculum,
    entries.map((entry) => text.product.parse(entry)),
  );
  const made: string[][] = [];
  for await (const { path, bytes } of artifacts) made.push([path, new TextDecoder().decode(bytes)]);
  expect(made).toEqual([
    ["text/titles.txt", "- Title of dough\n- Title of baking\n"],
    ["text/terms.txt", "* Title of dough\n"],
  ]);
});
