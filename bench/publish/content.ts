import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Item, makeItems, perTopic } from "../pdf/items.ts";
import { blockToMarkdown } from "../pdf/markdown.ts";

/** Writes topics of 50 items that `recall lint` accepts, the same each time. */
export function writeContent(folder: string, count: number): void {
  const items = makeItems(count);
  for (let start = 0; start < items.length; start += perTopic) {
    const number = start / perTopic + 1;
    const topic = join(folder, `topic-${number}`);
    mkdirSync(topic, { recursive: true });
    const page = `---\nid: topic-${number}\ntitle: Topic ${number}\nsummary: What is asked of it.\n---\n\nAn introduction.\n`;
    writeFileSync(join(topic, "README.md"), page);
    for (const item of items.slice(start, start + perTopic))
      writeFileSync(join(topic, `${item.id}.md`), toMarkdown(item));
  }
}

/** A code item, or a question with a formula, a table or a list in its section "In depth", since leads are short. */
function toMarkdown({ id, title, blocks }: Item): string {
  const [lead = "", ...others] = blocks.map(blockToMarkdown);
  const isCode = blocks.some((block) => block.kind === "code");
  const kind = isCode ? "kind: code\nlanguage: python\nrun: false\nreason: It is made up." : "kind: question";
  const facts = "sources: [{ title: A page, url: https://example.org/page }]\nverified: 2026-11-20";
  const recall = isCode
    ? "short: The idea."
    : "short: The answer in one sentence.\npoints: [the first, the second, the third]";
  const body = isCode ? [lead, ...others] : [lead, "## In depth", ...others];
  return `---\nid: ${id}\n${kind}\ntitle: ${JSON.stringify(title)}\n${recall}\ndifficulty: easy\n${facts}\n---\n\n${body.join("\n\n")}\n`;
}
