import { type Block, type Inline, type Item, perTopic } from "./items.ts";

/** Folder of a topic: its name, and its files by name. */
export interface Folder {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Writes items as topic folders. */
export function toFolders(items: readonly Item[]): Folder[] {
  const folders: Folder[] = [];
  for (let start = 0; start < items.length; start += perTopic) {
    const number = start / perTopic + 1;
    const id = `topic-${number}`;
    const page = `---\nid: ${id}\ntitle: Topic ${number}\nsummary: What is asked of it.\n---\n\nAn introduction.\n`;
    const part = items.slice(start, start + perTopic).map((item) => [`${item.id}.md`, toMarkdown(item)]);
    folders.push({ id, files: { "README.md": page, ...Object.fromEntries(part) } });
  }
  return folders;
}

export function toMarkdown({ id, title, blocks }: Item): string {
  const isCode = blocks.some((block) => block.kind === "code");
  const kind = isCode ? "kind: code\nlanguage: python" : "kind: question";
  const recall = isCode
    ? "short: The idea."
    : "short: The answer in one sentence.\npoints: [the first, the second, the third]";
  const sections = isCode ? "" : "\n## In depth\n\nMore of it.\n";
  return `---\nid: ${id}\n${kind}\ntitle: ${JSON.stringify(title)}\n${recall}\ndifficulty: easy\n---\n\n${blocks.map(blockToMarkdown).join("\n\n")}\n${sections}`;
}

export function blockToMarkdown(each: Block): string {
  switch (each.kind) {
    case "paragraph":
      return each.content.map(inline).join("");
    case "formula":
      return `$$\n${each.formula.tex}\n$$`;
    case "table": {
      const [head = [], ...rows] = each.rows.map((row) => `| ${row.join(" | ")} |`);
      return [head, "| --- | --- | --- |", ...rows].join("\n");
    }
    case "list":
      return each.entries.map((entry) => `- ${entry}`).join("\n");
    case "code":
      return `\`\`\`python {1}\n${each.code}\n\`\`\`\n\n\`\`\`output\n${each.output}\n\`\`\``;
    default:
      return each satisfies never;
  }
}

function inline(each: Inline): string {
  if ("text" in each) return each.text;
  return "math" in each ? `$${each.math.tex}$` : `\`${each.code}\``;
}
