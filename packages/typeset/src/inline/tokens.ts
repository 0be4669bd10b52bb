import { type Inline, unreachable } from "@high-recall/core";

/** Look of a run of text, and its link. */
export interface InlineStyle {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCode: boolean;
  readonly isStruck: boolean;
  /** Whether it belongs to the run-in title of the paragraph. */
  readonly isTitle?: boolean;
  /** Its link: number in the paragraph, from 0, and target. */
  readonly link?: { readonly number: number; readonly url: string; readonly item?: string };
}

/** Part of a paragraph. A line may end at a space or inside a formula, and must end at a break. */
export type Token =
  | { readonly kind: "word"; readonly text: string; readonly style: InlineStyle }
  | { readonly kind: "space"; readonly style: InlineStyle }
  | { readonly kind: "math"; readonly tex: string; readonly style: InlineStyle }
  | { readonly kind: "break" };

export const plain: InlineStyle = { isBold: false, isItalic: false, isCode: false, isStruck: false };

/** Cuts phrasing content into words, spaces, formulas and breaks. */
export function tokenize(inlines: readonly Inline[], style: InlineStyle = plain): Token[] {
  let links = 0;
  const visit = (nodes: readonly Inline[], outer: InlineStyle): Token[] =>
    nodes.flatMap((node, index): Token[] => {
      switch (node.type) {
        case "text":
          return words(withFixedSpaces(node.value, nodes[index - 1]?.type === "inlineMath"), outer);
        case "inlineCode":
          return words(node.value, { ...outer, isCode: true });
        case "inlineMath":
          return [{ kind: "math", tex: node.value, style: outer }];
        case "emphasis":
          // Emphasis inside emphasis is set upright, by typographic convention.
          return visit(node.children, { ...outer, isItalic: !outer.isItalic });
        case "strong":
        // Marked words are bold, so that they stand out without colour.
        case "mark":
          return visit(node.children, { ...outer, isBold: true });
        case "delete":
          return visit(node.children, { ...outer, isStruck: true });
        case "link": {
          const item = node.data ? { item: node.data.item } : {};
          const link = { number: links, url: node.url, ...item };
          links += 1;
          return visit(node.children, { ...outer, link });
        }
        case "break":
          return [{ kind: "break" }];
        default:
          return unreachable(node);
      }
    });
  return visit(inlines, style);
}

/** Spaces where a line may end; no-break spaces belong to words. */
const breakableSpace = /[ \t\r\n]+/;

function words(text: string, style: InlineStyle): Token[] {
  const tokens: Token[] = [];
  for (const [index, part] of text.split(breakableSpace).entries()) {
    if (index > 0) tokens.push({ kind: "space", style });
    if (part !== "") tokens.push({ kind: "word", text: part, style });
  }
  return tokens;
}

const fixedSpace = "\u00a0";

/** Units that stay on the line of their number. */
const units =
  "%|‰|°C|°F|[kMGTP]i?B|bytes?|bits?|[numµ]?s|ms|min|h|[kMG]?Hz|[kcmµn]?m|[kmµ]?g|GFLOPs?|TFLOPs?|FLOPs?|[kMG]?W|px|pt|em|dB|fps|USD|EUR";
const beforeUnit = new RegExp(`(\\d) (?=(?:${units})(?![\\p{L}\\d]))`, "gu");
const afterAbbreviation = /(^|[\s(])(e\.g\.|i\.e\.|cf\.|vs\.|Fig\.|Eq\.|No\.|p\.|pp\.|§) (?=\S)/g;
const beforeDash = / (?=[–—](?: |$))/g;

const unitAtStart = new RegExp(`^ (?=(?:${units})(?![\\p{L}\\d]))`, "u");

/**
 * Puts no-break spaces where a line must not end: before units (also after a formula) and dashes, and after
 * abbreviations of references.
 */
export function withFixedSpaces(text: string, isAfterFormula = false): string {
  return (isAfterFormula ? text.replace(unitAtStart, fixedSpace) : text)
    .replace(beforeUnit, `$1${fixedSpace}`)
    .replace(afterAbbreviation, `$1$2${fixedSpace}`)
    .replace(beforeDash, fixedSpace);
}
