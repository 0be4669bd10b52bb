import type { Item } from "@high-recall/core";

/** Running text of an item, without code and formulas. */
export function textsOf(item: Item): readonly string[] {
  const texts: string[] = [];
  collect(item, texts);
  return texts;
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, texts);
    return;
  }
  const node = value as { type?: unknown; value?: unknown };
  if (node.type === "text" && typeof node.value === "string") texts.push(node.value);
  for (const entry of Object.values(value)) collect(entry, texts);
}
