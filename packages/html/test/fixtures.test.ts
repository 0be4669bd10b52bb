import { readdirSync, readFileSync } from "node:fs";
import { Block, type Inline } from "@high-recall/core";
import { expect, test } from "vitest";
import { renderBlocks } from "../src/index.ts";
import { fixtureOptions } from "./fixture-options.ts";

const folder = new URL("fixtures/", import.meta.url);
const names = readdirSync(folder).sort();
const readBody = (name: string) =>
  Block.array().parse(JSON.parse(readFileSync(new URL(`${name}/body.json`, folder), "utf8")));

test.each(names)("the body in fixtures/%s gives its expected.html", async (name) => {
  const html = renderBlocks(readBody(name), fixtureOptions(name));
  await expect(`${html}\n`).toMatchFileSnapshot(new URL(`${name}/expected.html`, folder).pathname);
});

/** A new node type does not compile until it is listed here, and fails until it has a fixture. */
const types: Record<Block["type"] | Inline["type"] | "listItem" | "tableRow" | "tableCell", true> = {
  paragraph: true,
  heading: true,
  list: true,
  listItem: true,
  code: true,
  math: true,
  table: true,
  tableRow: true,
  tableCell: true,
  blockquote: true,
  image: true,
  thematicBreak: true,
  text: true,
  emphasis: true,
  strong: true,
  delete: true,
  mark: true,
  inlineCode: true,
  inlineMath: true,
  link: true,
  break: true,
};

test("every node type of the subset has a fixture", () => {
  const source = names.map((name) => JSON.stringify(readBody(name))).join("\n");
  const missing = Object.keys(types).filter((type) => !source.includes(`"type":"${type}"`));
  expect(missing).toEqual([]);
});
