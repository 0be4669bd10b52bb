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
  if (!/[_^]\s*\{[^}]*[_^]|\\[dt]?frac|\\binom|\\sub/.test(tex)) return tex;
  const small: { start: number; end: number }[] = [];
  const tree = (katex as unknown as { __parse(tex: string, options: object): ParseNode[] }).__parse(tex, {
    ...{ displayMode: isDisplay, throwOnError: true, strict: "ignore", trust: false },
  });
  collect(tree, isDisplay ? "display" : "text", tex, small);
  let enlarged = tex;
  for (const { start, end } of small.sort((one, other) => other.start - one.start)) {
    enlarged = `${enlarged.slice(0, start)}{\\scriptstyle ${enlarged.slice(start, end)}}${enlarged.slice(end)}`;
  }
  return enlarged;
}

function collect(value: unknown, style: Style, tex: string, small: { start: number; end: number }[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, style, tex, small);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const node = value as ParseNode;
  switch (node.type) {
    case "supsub":
      collect(node.base, style, tex, small);
      for (const script of [node.sup, node.sub]) inside(script, scriptOf(style), tex, small);
      return;
    case "genfrac":
      for (const part of [node.numer, node.denom]) inside(part, fractionOf(style), tex, small);
      return;
    case "styling":
      collect(node.body, (styles as readonly unknown[]).includes(node.style) ? (node.style as Style) : style, tex, small);
      return;
    default:
      for (const [key, part] of Object.entries(node)) if (key !== "loc") collect(part, style, tex, small);
  }
}

function inside(value: unknown, style: Style, tex: string, small: { start: number; end: number }[]): void {
  if (typeof value !== "object" || value === null) return;
  if (style !== "scriptscript") {
    collect(value, style, tex, small);
    return;
  }
  const { loc } = value as ParseNode;
  // A prime has no place of its own, and what comes from a macro is not in the text.
  if (!loc || loc.end <= loc.start || tex[loc.start] === "'") return;
  small.push({ start: loc.start, end: loc.end });
}

function scriptOf(style: Style): Style {
  return style === "display" || style === "text" ? "script" : "scriptscript";
}

function fractionOf(style: Style): Style {
  return style === "display" ? "text" : scriptOf(style);
}
