import { join } from "node:path";
import type { Block, Inline, Item, Token } from "@high-recall/core";
import { Topic } from "@high-recall/core";
import type { FileFacts, SampleFacts } from "@high-recall/rules";
import { expect, test } from "vitest";
import { type CompiledTopic, compile, type ParserName, readTopic } from "../src/index.ts";
import { structure } from "./fixture.ts";

const fixtures = join(import.meta.dirname, "fixtures/topics");

async function compileTopic(parser: ParserName): Promise<CompiledTopic> {
  const { topic, messages } = await compile(readTopic("topic", fixtures), { rules: structure, parser });
  expect(messages).toEqual([]);
  if (topic === undefined) throw new Error("Nothing was compiled");
  return topic;
}

test("a topic is lowered as expected.txt shows", async () => {
  const { topic, facts } = await compileTopic("satteri");
  const lines = [...printTopic(topic), "", ...facts.flatMap(printFacts)];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(fixtures, "expected.txt"));
});

test("both parsers give the same compiled topic", async () => {
  expect(await compileTopic("remark")).toEqual(await compileTopic("satteri"));
});

test("a compiled topic matches the schema of core, without positions", async () => {
  const { topic } = await compileTopic("satteri");
  expect(Topic.parse(topic)).toEqual(topic);
  expect(JSON.stringify(topic)).not.toContain('"position"');
});

test("the same sources give the same bytes", async () => {
  expect(JSON.stringify(await compileTopic("satteri"))).toBe(JSON.stringify(await compileTopic("satteri")));
});

test("a compiled topic is plain JSON: reading it back gives the same value", async () => {
  const topic = await compileTopic("satteri");
  expect(topic.format).toBe(2);
  expect(JSON.parse(JSON.stringify(topic))).toEqual(topic);
});

test("an error in one file leaves the topic uncompiled, and the other files checked", async () => {
  const source = readTopic("topic", fixtures);
  const files = source.files.map((file) =>
    /guide|term/.test(file.name) ? { ...file, text: `${file.text}\n<b>\n` } : file,
  );
  const { topic, messages } = await compile({ ...source, files }, { rules: structure });
  expect(topic).toBeUndefined();
  expect(messages.map(({ file, rule }) => [file, rule])).toEqual([
    ["topic/guide.md", "no-html"],
    ["topic/term.md", "no-html"],
  ]);
});

function printFacts({ path, item, references, retired }: FileFacts): string[] {
  const { title, titleKey, words, sample, formerly = [] } = item ?? {};
  return [
    `${path}${item === undefined ? "" : ` is the ${item.kind} ${item.id}: ${title} (${titleKey})`}`,
    ...formerly.map((id) => `  formerly ${id}`),
    ...(words === undefined ? [] : [`  words ${words.replaceAll("\n", " ").trim()}`]),
    ...(sample === undefined ? [] : [`  sample ${printSample(sample)}`]),
    ...retired.map((id) => `  retires ${id}`),
    ...references.map(({ role, to, topic, at }) => {
      const where = "start" in at ? `${at.start.line}:${at.start.column}` : at.path.join(".");
      return `  ${where} ${role} -> ${topic === undefined ? "" : `${topic}/`}${to}`;
    }),
  ];
}

function printSample({ language, requires, code, output, codeAt, outputAt }: SampleFacts): string {
  return `${language} ${requires} ${JSON.stringify(code)} on line ${codeAt.start.line} prints ${JSON.stringify(output)} on line ${outputAt?.start.line}`;
}

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
