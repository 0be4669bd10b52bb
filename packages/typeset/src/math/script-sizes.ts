import katex from "katex";

/** A node of KaTeX's parse tree, as far as it is used here (KaTeX 0.19, `src/parseNode.ts`). */
interface ParseNode {
  readonly type: string;
  readonly loc?: { readonly start: number; readonly end: number } | null;
  readonly [key: string]: unknown;
}

/** TeX's styles, from large to small; scripts of a script are in `scriptscript`. */
const styles = ["display", "text", "script", "scriptscript"] as const;
type Style = (typeof styles)[number];

/**
 * The formula with every script of a script as large as a script: TeX prints it at half the size of the formula, which is
 * below 5 pt on a sheet. A formula that has none is returned as it is.
 */
export function withoutSmallScripts(tex: string, isDisplay: boolean): string {
  // Most formulas have no script in a script and no fraction.
  if (!/[_^]\s*\{[\s\S]*[_^]|\\[dt]?frac|\\binom|\\sub/.test(tex)) return tex;
  const small: Span[] = [];
  const tree = (katex as unknown as { __parse(tex: string, options: object): ParseNode[] }).__parse(tex, {
    ...{ displayMode: isDisplay, throwOnError: true, strict: "ignore", trust: false },
  });
  collect(tree, isDisplay ? "display" : "text", small);
  // From the end on, so that offsets before stay right; an outer span begins before an inner one that begins with it.
  const edits = small.flatMap(({ start, end }, order) => [
    { at: end, text: "}", order: -order },
    { at: start, text: "{\\scriptstyle ", order },
  ]);
  edits.sort((one, other) => other.at - one.at || other.order - one.order);
  return edits.reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), tex);
}

/** Offsets in the TeX. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function collect(value: unknown, style: Style, small: Span[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, style, small);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const node = value as ParseNode;
  switch (node.type) {
    case "supsub":
      collect(node.base, style, small);
      for (const script of [node.sup, node.sub]) inside(script, scriptOf(style), small);
      return;
    case "genfrac":
      for (const part of [node.numer, node.denom]) inside(part, fractionOf(style), small);
      return;
    case "styling":
      collect(node.body, (styles as readonly unknown[]).includes(node.style) ? (node.style as Style) : style, small);
      return;
    default:
      for (const [key, part] of Object.entries(node)) if (key !== "loc") collect(part, style, small);
  }
}

function inside(value: unknown, style: Style, small: Span[]): void {
  if (typeof value !== "object" || value === null) return;
  if (style !== "scriptscript") {
    collect(value, style, small);
    return;
  }
  const { loc } = value as ParseNode;
  // A prime has no place.
  if (!loc || loc.end <= loc.start) return;
  small.push({ start: loc.start, end: loc.end });
  collect(value, "script", small);
}

function scriptOf(style: Style): Style {
  return style === "display" || style === "text" ? "script" : "scriptscript";
}

function fractionOf(style: Style): Style {
  return style === "display" ? "text" : scriptOf(style);
}
