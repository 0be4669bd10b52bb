import type { Nodes } from "mdast";
import { atNode, offsetsOf } from "./fragment.ts";
import type { At, Fragment } from "./parsed-file.ts";

/** A formula of a body or a phrase. */
export type FormulaNode = Extract<Nodes, { type: "math" | "inlineMath" }>;

/** The TeX of a formula with `\n` line endings, as every later stage has it. */
export function texOf(node: FormulaNode): string {
  return node.value.replaceAll("\r\n", "\n");
}

/** Where a part of a formula's TeX is; the whole formula when the places of its characters are unknown. */
export function atTex(fragment: Fragment, node: FormulaNode, start: number, end: number): At {
  const extent = offsetsOf(node);
  const align = node.type === "math" ? alignBlock : alignInline;
  const offsets = extent && align(texOf(node), fragment.text, ...extent);
  const from = offsets?.[start];
  const to = offsets?.[end];
  return from === undefined || to === undefined ? atNode(fragment, node) : fragment.at(from, to);
}

/**
 * Offsets in the source of each character of an inline formula, and of its end. The value differs from the source by
 * its `$` fences, padding, the prefixes of continued lines (`> `), and `\|` in tables.
 */
export function alignInline(value: string, source: string, start: number, end: number): number[] | undefined {
  const offsets: number[] = [];
  const fence = /^\$+/.exec(source.slice(start, end))?.[0].length ?? 0;
  let at = start + fence;
  const last = end - fence;
  for (const character of value.split("")) {
    while (at < last && source[at] !== character && /[ \t]/.test(source[at] ?? "")) at++;
    const rest = source.slice(at, at + 2);
    if (rest.startsWith(character)) {
      offsets.push(at);
      at += character === "\n" ? prefixLength(source, at) : 1;
    } else if (character === "|" && rest === "\\|") {
      offsets.push(at);
      at += 2;
    } else if (/\s/.test(character) && /^\r?\n/.test(rest)) {
      offsets.push(at);
      at += prefixLength(source, at);
    } else {
      return undefined;
    }
  }
  return [...offsets, at];
}

/** Length of a line ending and of the quote marks and spaces that start the next line. */
function prefixLength(source: string, at: number): number {
  const prefix = /\r?\n[ \t>]*/y;
  prefix.lastIndex = at;
  return prefix.exec(source)?.[0].length ?? 1;
}

/** As `alignInline`, for display math: each line of the value ends a line of the source, from the second on. */
export function alignBlock(value: string, source: string, start: number, end: number): number[] | undefined {
  const offsets: number[] = [];
  let lineStart = source.indexOf("\n", start) + 1;
  for (const line of value.split("\n")) {
    const ending = source.indexOf("\n", lineStart);
    const lineEnd = ending < 0 ? end : ending;
    const written = source.slice(lineStart, lineEnd).replace(/\r$/, "");
    if (lineStart === 0 || lineStart > end || !written.endsWith(line)) return undefined;
    const first = lineStart + written.length - line.length;
    for (let index = 0; index <= line.length; index++) offsets.push(first + index);
    lineStart = ending < 0 ? end + 1 : ending + 1;
  }
  return offsets;
}
