import type { Block, Inline, List, Paragraph, Text } from "./mdast.ts";

export function text(value: string): Text {
  return { type: "text", value };
}

export function paragraph(...children: Inline[]): Paragraph {
  return { type: "paragraph", children };
}

/** A list without numbers, one paragraph an entry. */
export function bulletList(entries: readonly (readonly Inline[])[]): List {
  return {
    type: "list",
    ordered: false,
    start: null,
    spread: false,
    children: entries.map((children) => ({
      type: "listItem",
      checked: null,
      children: [paragraph(...children)] satisfies Block[],
    })),
  };
}
