import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compareMessages, type Message } from "@high-recall/core";
import { createRuleSet, type FileFacts, type RuleOptions } from "@high-recall/rules";
import { parse as parseYaml } from "yaml";
import { checkAllLinks, checkEntries, checkSource, contextOf, readTopic } from "../src/index.ts";
import type { Example, ExampleFile } from "./read-page.ts";

/** An estimate: half an em a character. */
export const formulaWidth: NonNullable<RuleOptions["formulaWidth"]> = (tex) => tex.length / 2;

/** Latin, Greek, punctuation and arrows: the fonts of the examples. */
export const printable: NonNullable<RuleOptions["printable"]> = (codePoint) => codePoint < 0x2600;

/** The day of the check. */
export const today = "2026-11-21";

/** Where an example of one file is. */
export const examplePath = "kitchen/dough.md";

/** Figures of the topic that examples of one file are in. */
const figures = ["figures/loaf.svg", "figures/oven.svg"];

/** The messages of all rules for the files of an example, read from the disk as `recall lint` reads them. */
export async function runExample(example: Example): Promise<{ messages: Message[]; texts: Map<string, string> }> {
  const root = mkdtempSync(join(tmpdir(), "rule-example-"));
  try {
    for (const { path = examplePath, ...file } of example.files) write(join(root, path), file);
    const isOne = example.files.every(({ path }) => path === undefined);
    for (const path of isOne ? figures : []) {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';
      write(join(root, dirname(examplePath), path), { language: "svg", value: svg });
    }
    return await check(root, topicsOf(example), example.edition);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function topicsOf({ files }: Example): string[] {
  return [...new Set(files.map(({ path = examplePath }) => path.split("/")[0] ?? ""))].sort();
}

async function check(root: string, topics: readonly string[], edition: string) {
  const { rules: options = {}, topics: chosen = topics, repository } = edition === "" ? {} : parseYaml(edition);
  const rules = createRuleSet({ rules: options, repository, today, printable, formulaWidth });
  const messages: Message[] = [];
  const facts: FileFacts[] = [];
  const faulty = new Set<string>();
  const drafts = new Set<string>();
  const texts = new Map([["edition.yaml", edition]]);
  for (const topic of topics) {
    const source = readTopic(topic, root);
    messages.push(...(await checkEntries(source, { rules })));
    for (const file of source.files) {
      texts.set(file.path, file.text);
      const report = await checkSource(file, contextOf(source), { rules });
      messages.push(...report.messages);
      if (report.facts?.isFaulty ?? true) (report.isDraft ? drafts : faulty).add(file.name.replace(/\.md$/, ""));
      if (report.facts !== undefined) facts.push(report.facts);
    }
  }
  const links = await checkAllLinks(
    facts,
    { chosen, all: topics },
    { rules, faulty, drafts, textOf: (path) => texts.get(path) },
  );
  return { messages: [...messages, ...links].sort(compareMessages), texts };
}

function write(path: string, { language, value }: Omit<ExampleFile, "path">): void {
  mkdirSync(dirname(path), { recursive: true });
  if (language === "symlink") symlinkSync(value, path);
  else writeFileSync(path, bytesOf(language, value));
}

function bytesOf(language: ExampleFile["language"], value: string): string | Uint8Array {
  switch (language) {
    case "repeat": {
      const [count, ...text] = value.split("\n");
      return text.join("\n").repeat(Number(count));
    }
    case "escaped":
      return Uint8Array.from(
        value.split(/(\\x[0-9a-f]{2}|\\u[0-9a-f]{4})/).flatMap((part) => {
          if (part.startsWith("\\x")) return [Number.parseInt(part.slice(2), 16)];
          const text = part.startsWith("\\u") ? String.fromCharCode(Number.parseInt(part.slice(2), 16)) : part;
          return [...new TextEncoder().encode(text)];
        }),
      );
    default:
      return `${value}\n`;
  }
}
