import type { Block, Inline, Phrase, TermItem } from "@high-recall/core";

/** Replaces the name of the term. */
const blank = "_____";

/** The definition of a term with its names left out, as the front of the card "Which term is this?". */
export function clueOf(item: TermItem): Block[] {
  const names = [item.title, ...item.aliases].map(textOf).filter((name) => name.length > 1);
  if (names.length === 0) return item.lead;
  // The longest first: "gradient descent" before "gradient".
  const pattern = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(/\s+/g, "\\s+"))
    .join("|");
  const name = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?:e?s)?(?![\\p{L}\\p{N}])`, "giu");
  const hide = (text: string) => text.replaceAll(name, blank);
  return item.lead.map((block) => hideInBlock(block, hide));
}

/** A sentence calls `Precision (classification)` just `Precision`. */
function textOf(phrase: Phrase): string {
  return phrase.text.replace(/\s*\(.*\)$/, "").trim();
}

type Hide = (text: string) => string;

/** Changes prose only: code and formulas stay whole. */
function hideInBlock(block: Block, hide: Hide): Block {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return { ...block, children: hideInInlines(block.children, hide) };
    case "blockquote":
      return { ...block, children: block.children.map((child) => hideInBlock(child, hide)) };
    case "list":
      return {
        ...block,
        children: block.children.map((entry) => ({
          ...entry,
          children: entry.children.map((child) => hideInBlock(child, hide)),
        })),
      };
    case "table":
      return {
        ...block,
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: hideInInlines(cell.children, hide) })),
        })),
      };
    case "code":
    case "math":
    case "image":
    case "thematicBreak":
      return block;
    default:
      return block satisfies never;
  }
}

function hideInInlines(inlines: readonly Inline[], hide: Hide): Inline[] {
  return inlines.map((inline) => {
    switch (inline.type) {
      case "text":
        return { ...inline, value: hide(inline.value) };
      case "emphasis":
      case "strong":
      case "delete":
      case "mark":
      case "link":
        return { ...inline, children: hideInInlines(inline.children, hide) };
      case "inlineCode":
      case "inlineMath":
      case "break":
        return inline;
      default:
        return inline satisfies never;
    }
  });
}
