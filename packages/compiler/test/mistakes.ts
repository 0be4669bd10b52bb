import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareMessages, Edition, type Message } from "@high-recall/core";
import { createRuleSet, type FileFacts } from "@high-recall/rules";
import { parse as parseYaml } from "yaml";
import { checkAllLinks, checkEntries, checkSource, checkYamlFile, contextOf, readTopic } from "../src/index.ts";
import { formulaWidth, printable, today } from "./run-example.ts";

/** A small curriculum without faults, and `mistakes.yaml`: what a beginner might do to one of its files. */
const folder = join(import.meta.dirname, "fixtures/mistakes");

/** One mistake: texts of a file of the curriculum, and what is written in their place. */
export interface Mistake {
  readonly mistake: string;
  readonly file: string;
  /** Pairs of the right text and the wrong one. */
  readonly write?: readonly (readonly [right: string, wrong: string])[];
  /** How the file is saved; as UTF-8 with LF when absent. */
  readonly save?: "utf-16le" | "utf-16le-bare" | "utf-16be" | "bom" | "cr" | "latin-1";
}

/** The mistakes of a file in the folder, by the headings under which they are listed. */
export function readMistakes(): Readonly<Record<string, readonly Mistake[]>> {
  return parseYaml(readFileSync(join(folder, "mistakes.yaml"), "utf8"));
}

/** Where the mistakes are listed with the messages they get. */
export const listedMessages = join(folder, "messages.md");

/** The messages of all rules for the curriculum with one mistake in it. */
export async function messagesFor(mistake?: Mistake): Promise<readonly Message[]> {
  const root = mkdtempSync(join(tmpdir(), "mistake-"));
  try {
    cpSync(folder, root, { recursive: true });
    if (mistake !== undefined) writeFileSync(join(root, mistake.file), bytesOf(mistake, wrongText(mistake)));
    return await check(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The text of the file with the mistake in it. */
export function wrongText({ mistake, file, write = [] }: Mistake): string {
  return write.reduce((text, [right, wrong]) => {
    if (text.split(right).length !== 2) throw new Error(`${mistake}: ${file} has not once ${JSON.stringify(right)}`);
    return text.replace(right, () => wrong);
  }, rightText(file));
}

function rightText(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

function bytesOf({ save }: Mistake, text: string): Uint8Array {
  switch (save) {
    case undefined:
      return Buffer.from(text);
    case "bom":
      return Buffer.from(`\ufeff${text}`);
    case "cr":
      return Buffer.from(text.replaceAll("\n", "\r"));
    case "utf-16le":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "utf-16le-bare":
      return Buffer.from(text.replace(/[^ -~\n]/g, "-"), "utf16le");
    case "utf-16be":
      return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    case "latin-1":
      return Buffer.from(text, "latin1");
  }
}

async function check(root: string): Promise<readonly Message[]> {
  const editionText = readFileSync(join(root, "edition.yaml"), "utf8");
  const { value: edition, messages: faults } = await checkYamlFile("edition.yaml", editionText, Edition);
  const rules = createRuleSet({
    ...{ rules: edition?.rules ?? {}, repository: edition?.repository },
    ...{ today, printable, formulaWidth },
  });
  const topics = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const messages: Message[] = [...faults];
  const facts: FileFacts[] = [];
  const faulty = new Set<string>();
  const drafts = new Set<string>();
  const texts = new Map([["edition.yaml", editionText]]);
  const all = topics.map(({ name }) => name).sort();
  for (const topic of all) {
    const source = readTopic(topic, root);
    messages.push(...(await checkEntries(source, { rules })));
    for (const { name, type } of source.entries) {
      if (type !== "markdown" && name.endsWith(".md")) faulty.add(name.replace(/\.md$/, ""));
    }
    for (const file of source.files) {
      texts.set(file.path, file.text);
      const report = await checkSource(file, contextOf(source), { rules });
      messages.push(...report.messages);
      if (report.facts?.isFaulty ?? true) (report.isDraft ? drafts : faulty).add(file.name.replace(/\.md$/, ""));
      if (report.facts !== undefined) facts.push(report.facts);
    }
  }
  const chosen = edition?.topics ?? [];
  const links = await checkAllLinks(
    facts,
    { chosen, all },
    { rules, faulty, drafts, textOf: (path) => texts.get(path) },
  );
  return [...messages, ...links].sort(compareMessages);
}
