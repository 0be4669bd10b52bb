import { type Inline, unreachable } from "@high-recall/core";

/** How a stretch of text looks and where it leads. */
export interface InlineStyle {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCode: boolean;
  readonly isStruck: boolean;
  /** Whether it belongs to the title that a paragraph begins with. */
  readonly isTitle?: boolean;
  /** Number of the link in its paragraph, from 0, and where it leads. */
  readonly link?: { readonly number: number; readonly url: string; readonly item?: string };
}

/** A paragraph as a row of tokens: lines may end at a space, inside a formula where TeX allows it, or must at a break. */
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
          // Emphasis inside emphasis stands upright again, as printers set it.
          return visit(node.children, { ...outer, isItalic: !outer.isItalic });
        case "strong":
        // What is to be recalled stands out on paper too, without colour.
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

/** Only the spaces at which a line may end; fixed spaces belong to words. */
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

/** Units that never stand at the start of a line, apart from their number. */
const units =
  "%|‰|°C|°F|[kMGTP]i?B|bytes?|bits?|[numµ]?s|ms|min|h|[kMG]?Hz|[kcmµn]?m|[kmµ]?g|GFLOPs?|TFLOPs?|FLOPs?|[kMG]?W|px|pt|em|dB|fps|USD|EUR";
const beforeUnit = new RegExp(`(\\d) (?=(?:${units})(?![\\p{L}\\d]))`, "gu");
const afterAbbreviation = /(^|[\s(])(e\.g\.|i\.e\.|cf\.|vs\.|Fig\.|Eq\.|No\.|p\.|pp\.|§) (?=\S)/g;
const beforeDash = / (?=[–—](?: |$))/g;

const unitAtStart = new RegExp(`^ (?=(?:${units})(?![\\p{L}\\d]))`, "u");

/** Puts fixed spaces where a line must not end: before units (a formula may be their number) and dashes, after short references. */
export function withFixedSpaces(text: string, isAfterFormula = false): string {
  return (isAfterFormula ? text.replace(unitAtStart, fixedSpace) : text)
    .replace(beforeUnit, `$1${fixedSpace}`)
    .replace(afterAbbreviation, `$1$2${fixedSpace}`)
    .replace(beforeDash, fixedSpace);
}
