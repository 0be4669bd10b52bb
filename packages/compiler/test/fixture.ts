import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Edition } from "@high-recall/core";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { compile, type LinkMessage, link, type ObjectFile, type ParserName, read } from "../src/index.ts";

/** Folders with an input.md or a folder `topics`, and the messages expected of it. */
export const faults = join(import.meta.dirname, "fixtures/faults");

/** Names of the fixtures. */
export const fixtures: readonly string[] = readdirSync(faults).sort();

/** The messages of a fixture, as its expected.txt holds them. */
export async function messagesOf(name: string, parser: ParserName): Promise<string> {
  const folder = join(faults, name);
  return existsSync(join(folder, "topics")) ? messagesOfTopics(folder, parser) : messagesOfItem(folder, parser);
}

const page = "---\nid: topic\ntitle: A topic\nsummary: What it is about.\n---\n\nAn introduction.\n";

async function messagesOfItem(folder: string, parser: ParserName): Promise<string> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(folder, "input.md")));
  const input = new VFile({ path: "topic/input.md", value: text });
  const files = [new VFile({ path: "topic/README.md", value: page }), input];
  await compile({ id: "topic", folder: "topic", files, figures: [] }, { parser });
  return lines(input.messages.map(fromMessage));
}

async function messagesOfTopics(folder: string, parser: ParserName): Promise<string> {
  const objects: ObjectFile[] = [];
  const found = new Map<string, string[]>();
  for (const topic of readdirSync(join(folder, "topics")).sort()) {
    const compiled = await compile(await read(`topics/${topic}`, folder), { parser });
    for (const file of compiled.files) found.set(file.path, file.messages.map(fromMessage));
    if (compiled.object !== undefined) objects.push(compiled.object);
  }
  const chosen = join(folder, "edition.json");
  const topics: unknown = existsSync(chosen)
    ? JSON.parse(readFileSync(chosen, "utf8"))
    : objects.map(({ topic }) => topic.id);
  if (objects.length > 0) {
    const imprint = { id: "test", title: "Test", language: "en", version: "1.0.0", date: "2026-11-20" };
    const { messages } = link(objects, Edition.parse({ ...imprint, topics }), { folder: "topics" });
    for (const message of messages) found.set(message.file, [...(found.get(message.file) ?? []), fromLink(message)]);
  }
  const blocks = [...found].filter(([, messages]) => messages.length > 0);
  return blocks.map(([file, messages]) => `${file}\n${lines(messages)}`).join("\n");
}

function fromMessage({ place, fatal, reason, ruleId }: VFileMessage): string {
  if (place === undefined || !("start" in place)) throw new Error(`No place: ${reason}`);
  const { start, end } = place;
  // How a formula is wrong is said by the package tex; here it matters where.
  const said = ruleId === "formula-syntax" ? "(of the formula)" : reason;
  return `${start.line}:${start.column}-${end.line}:${end.column} ${fatal ? "error" : "warning"} ${said}  ${ruleId}`;
}

function fromLink({ position, severity, reason, rule }: LinkMessage): string {
  const { start, end } = position;
  return `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${reason}  ${rule}`;
}

function lines(messages: readonly string[]): string {
  return messages.map((message) => `${message}\n`).join("");
}
