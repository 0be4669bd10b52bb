import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareMessages, type Item, type Message } from "@high-recall/core";
import { createRuleSet, type FileFacts } from "@high-recall/rules";
import {
  checkAllLinks,
  checkEntries,
  checkSource,
  compile,
  contextOf,
  type ParserName,
  readTopic,
  type TopicSource,
} from "../src/index.ts";

/** Folders with an input.md or a folder `topics`, and the messages expected of it. */
export const faults = join(import.meta.dirname, "fixtures/faults");

/** Names of the fixtures. */
export const fixtures: readonly string[] = readdirSync(faults).sort();

/** Only the rules of structure: fixtures are small and would break many rules of content. */
export const structure = createRuleSet({ only: "structure" });
const links = createRuleSet({ only: "links" });

/** The messages of a fixture, as its expected.txt has them. */
export async function messagesOf(name: string, parser: ParserName): Promise<string> {
  const folder = join(faults, name);
  return existsSync(join(folder, "topics")) ? messagesOfTopics(folder, parser) : messagesOfItem(folder, parser);
}

/** A topic of one file, as if it had been read from the disk. */
export function topicOf(text: string, name = "input.md", figures: readonly string[] = []): TopicSource {
  const file = { path: `topic/${name}`, name, text };
  return {
    id: "topic",
    folder: "topic",
    files: [file],
    figures: figures.map((path) => ({ path, mediaType: "image/svg+xml", width: 1, height: 1, base64: "" })),
    entries: [{ type: "markdown", ...file }],
  };
}

const page = "---\nid: topic\ntitle: A topic\nsummary: What it is about.\n---\n\nAn introduction.\n";

/** Compiles a topic of a page and one item, `input.md`. */
export async function compileItem(
  text: string,
  parser: ParserName = "satteri",
): Promise<{ item: Item | undefined; messages: readonly Message[] }> {
  const [item, readme] = [topicOf(text), topicOf(page, "README.md")];
  const source = { ...item, files: [...readme.files, ...item.files], entries: [...readme.entries, ...item.entries] };
  const { topic, messages } = await compile(source, { rules: structure, parser });
  return { item: topic?.topic.items[0], messages };
}

async function messagesOfItem(folder: string, parser: ParserName): Promise<string> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(folder, "input.md")));
  const source = topicOf(text);
  const [file] = source.files;
  if (file === undefined) throw new Error("No file");
  const { messages } = await checkSource(file, contextOf(source), { rules: structure, parser });
  return lines([...(await checkEntries(source, { rules: structure })), ...messages]);
}

async function messagesOfTopics(folder: string, parser: ParserName): Promise<string> {
  const sources = readdirSync(join(folder, "topics"))
    .sort()
    .map((topic) => readTopic(`topics/${topic}`, folder));
  const messages: Message[] = [];
  const facts: FileFacts[] = [];
  const faulty = new Set<string>();
  const drafts = new Set<string>();
  for (const source of sources) {
    messages.push(...(await checkEntries(source, { rules: structure })));
    for (const file of source.files) {
      const report = await checkSource(file, contextOf(source), { rules: structure, parser });
      messages.push(...report.messages);
      if (report.facts?.isFaulty ?? true) (report.isDraft ? drafts : faulty).add(file.name.replace(/\.md$/, ""));
      if (report.facts !== undefined) facts.push(report.facts);
    }
  }
  const edition = join(folder, "edition.json");
  const all = sources.map(({ id }) => id);
  const chosen: string[] = existsSync(edition) ? JSON.parse(readFileSync(edition, "utf8")) : all;
  const texts = new Map(sources.flatMap(({ files }) => files.map(({ path, text }) => [path, text] as const)));
  const found = await checkAllLinks(
    facts,
    { chosen, all },
    { rules: links, folder: "topics", faulty, drafts, textOf: (path) => texts.get(path) },
  );
  const byFile = Map.groupBy([...messages, ...found].sort(compareMessages), ({ file }) => file);
  return [...byFile].map(([file, own]) => `${file}\n${lines(own)}`).join("\n");
}

/** `line:column-line:column severity text  rule`, a line each. */
export function lines(messages: readonly Message[]): string {
  return messages
    .map(({ place: { start, end }, severity, text, rule }) => {
      // The package tex tests the text of the message; here only the place matters.
      const said = rule === "formula-syntax" ? "(of the formula)" : text;
      return `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${said}  ${rule}\n`;
    })
    .join("");
}
