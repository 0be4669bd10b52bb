import { definitionOf, type Kind } from "@high-recall/core";
import { stringify } from "yaml";

const aboutDrafts =
  "# Nothing of a draft is published, and lint lists what is missing. Delete these two lines when it is finished.";

/**
 * A new item with the keys and the required sections of its kind, all still empty. It is a draft: lint warns of each that must
 * be filled in, and a skeleton cannot be published by mistake.
 */
export function skeleton(kind: Kind, id: string, title: string): string {
  const front = { id, kind, title, draft: true, ...frontOf(kind) };
  const yaml = stringify(front, { lineWidth: 0 }).replace(/^draft: true$/m, `${aboutDrafts}\ndraft: true`);
  return `---\n${yaml}---\n\n${bodyOf(kind)}`;
}

const sourced = { sources: [], verified: "" };

function frontOf(kind: Kind): Record<string, unknown> {
  switch (kind) {
    case "question":
      return { short: "", points: [], difficulty: "", tags: [], ...sourced };
    case "formula":
      return { short: "", difficulty: "", tags: [], symbols: {}, example: {}, ...sourced };
    case "code":
      return { short: "", difficulty: "", language: "python", requires: [], tags: [] };
    case "term":
      return { short: "", aliases: [], tags: [], ...sourced };
    case "pitfall":
      return { short: "", tags: [], ...sourced };
    case "guide":
      return { tags: [] };
    case "path":
      return { tags: [], steps: [{ title: "", items: [] }] };
  }
}

/** Content before the first `##`, still empty. */
const leads: Readonly<Partial<Record<Kind, string>>> = {
  formula: "$$\n\n$$\n",
  code: "\n```python {}\n\n```\n\n```output\n\n```\n",
};

function bodyOf(kind: Kind): string {
  const sections = (definitionOf(kind).sections ?? []).filter(({ isRequired }) => isRequired);
  return `${leads[kind] ?? ""}${sections.map(({ heading }) => `\n## ${heading}\n`).join("")}`;
}
