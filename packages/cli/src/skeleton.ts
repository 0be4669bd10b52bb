import type { Kind } from "@high-recall/core";
import { stringify } from "yaml";

/**
 * A new item with the keys and sections of its kind, all still empty: lint reports each that is to be filled in, so that
 * a skeleton cannot be published by mistake.
 */
export function skeleton(kind: Kind, id: string, title: string): string {
  const front = { id, kind, title, ...frontOf(kind) };
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${bodyOf(kind)}`;
}

const sourced = { sources: [], verified: "" };

function frontOf(kind: Kind): Record<string, unknown> {
  switch (kind) {
    case "question":
      return { difficulty: "", tags: [], ...sourced };
    case "formula":
      return { difficulty: "", tags: [], symbols: {}, example: {}, ...sourced };
    case "code":
      return { difficulty: "", language: "python", requires: [], tags: [] };
    case "term":
      return { aliases: [], tags: [], ...sourced };
    case "pitfall":
      return { tags: [], ...sourced };
    case "guide":
      return { tags: [] };
    case "path":
      return { tags: [], steps: [{ title: "", items: [] }] };
  }
}

function bodyOf(kind: Kind): string {
  switch (kind) {
    case "question":
      return sections("", "In depth", "Example", "Pitfalls", "Follow-ups", "Interview tip");
    case "formula":
      return sections("$$\n\n$$\n", "Derivation", "Worked example", "Pitfalls");
    case "code":
      return sections("\n```python\n\n```\n\n```output\n\n```\n", "How it works", "Complexity", "Pitfalls");
    case "term":
      return sections("", "Example");
    case "pitfall":
      return sections("", "Why it is wrong", "Instead");
    case "guide":
    case "path":
      return "";
  }
}

function sections(lead: string, ...names: string[]): string {
  return `${lead}${names.map((name) => `\n## ${name}\n`).join("")}`;
}
