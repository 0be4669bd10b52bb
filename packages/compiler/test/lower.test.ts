import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, Inline, Item, Token } from "@high-recall/core";
import { Topic } from "@high-recall/core";
import { expect, test } from "vitest";
import { compile, ObjectFile, type ParserName, read } from "../src/index.ts";

const fixtures = join(import.meta.dirname, "fixtures/topics");

async function compileTopic(parser: ParserName): Promise<ObjectFile> {
  const { object, files } = await compile(await read("topic", fixtures), { parser });
  expect(files.flatMap(({ messages }) => messages.map(String))).toEqual([]);
  if (object === undefined) throw new Error("No object");
  return object;
}

test("a topic is lowered as expected.txt shows", async () => {
  const { topic, declarations, references } = await compileTopic("satteri");
  const lines = [
    ...printTopic(topic),
    "",
    ...declarations.map(
      ({ role, item, name, position: { start } }) =>
        `${item ?? "README"} ${start.line}:${start.column} ${role} ${name}`,
    ),
    ...references.map(({ role, item, to, topic, position: { start } }) => {
      return `${item ?? "README"} ${start.line}:${start.column} ${role} -> ${topic === undefined ? "" : `${topic}/`}${to}`;
    }),
  ];
  expect(`${lines.join("\n")}\n`).toBe(readFileSync(join(fixtures, "expected.txt"), "utf8"));
});

test("both parsers give the same object file", async () => {
  expect(await compileTopic("remark")).toEqual(await compileTopic("satteri"));
});

test("what is compiled keeps the contract of core, without positions", async () => {
  const { topic } = await compileTopic("satteri");
  expect(Topic.parse(topic)).toEqual(topic);
  expect(JSON.stringify(topic)).not.toContain('"position"');
});

test("the same sources give the same bytes", async () => {
  expect(JSON.stringify(await compileTopic("satteri"))).toBe(JSON.stringify(await compileTopic("satteri")));
});

test("an object file is plain JSON: read back, it is what was written", async () => {
  const object = await compileTopic("satteri");
  expect(ObjectFile.parse(JSON.parse(JSON.stringify(object)))).toEqual(object);
});

test("an object file of another format is refused", async () => {
  const object = await compileTopic("satteri");
  expect(ObjectFile.safeParse({ ...object, format: 2 }).success).toBe(false);
});

function printTopic({ id, title, summary, introduction, items, figures, retired = [] }: Topic): string[] {
  return [
    `topic ${id}: ${inline(title.children)}`,
    `  summary: ${inline(summary.children)}`,
    ...print(introduction, "  "),
    ...retired.map(({ id, reason, use }) => `retired ${id}: ${inline(reason.children)} use ${use}`),
    ...figures.map(({ path, width, height }) => `figure ${path} ${width} x ${height}`),
    ...items.flatMap((item) => ["", ...printItem(item)]),
  ];
}

function printItem({ kind, id, title, lead, sections, path, topic, ...rest }: Item): string[] {
  const values = Object.entries(rest).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return [
    `${kind} ${path} (${topic}/${id}): ${inline(title.children)} = "${title.text}"`,
    ...values.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
    ...print(lead, "  "),
    ...sections.flatMap((section) => [
      `  ## ${section.name}: ${inline(section.heading.children)}`,
      ...print(section.blocks, "    "),
    ]),
  ];
}

function print(blocks: readonly Block[], indent: string): string[] {
  return blocks.flatMap((block) => printBlock(block).map((line) => indent + line));
}

function printBlock(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return [`paragraph ${inline(block.children)}`];
    case "heading":
      return [`heading ${block.depth} ${inline(block.children)}`];
    case "list":
      return [
        `list ${block.ordered ? `from ${block.start}` : "of points"}${block.spread ? ", spread" : ""}`,
        ...block.children.flatMap(({ checked, children }) => [
          `  entry${checked === null ? "" : ` ${checked}`}`,
          ...print(children, "    "),
        ]),
      ];
    case "blockquote":
      return ["quote", ...print(block.children, "  ")];
    case "code":
      return [
        `code ${block.lang} ${JSON.stringify(block.value)}`,
        ...block.data.tokens.map((line) => `  ${line.map(token).join(" ")}`),
      ];
    case "math":
      return [`math ${JSON.stringify(block.value)}`];
    case "table":
      return [
        `table ${block.align.join(" ")}`,
        ...block.children.map((row) => `  ${row.children.map((cell) => inline(cell.children)).join(" | ")}`),
      ];
    case "image":
      return [`image ${block.url} "${block.alt}" "${block.title}"`];
    case "thematicBreak":
      return ["rule"];
  }
}

function token({ text, scope }: Token): string {
  return `${JSON.stringify(text)}${scope === undefined ? "" : `:${scope}`}`;
}

function inline(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type === "break") return "<break>";
      if (node.type === "link")
        return `<link ${node.data?.item ?? node.url}${node.title ? ` "${node.title}"` : ""}>${inline(node.children)}</link>`;
      const inside = "children" in node ? inline(node.children) : node.value;
      return `<${node.type}>${inside}</${node.type}>`;
    })
    .join("");
}
