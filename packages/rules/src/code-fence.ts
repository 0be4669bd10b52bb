import type { Code, Nodes, RootContent } from "mdast";
import { atNode, atPart, sourceOf } from "./fragment.ts";
import { isKind } from "./front-values.ts";
import type { At, Fragment, ParsedFile } from "./parsed-file.ts";

/**
 * The fence of a code item that has the output of its solution under another name: the only one after the solution, where
 * none is called `output`.
 */
export function misnamedOutput(file: ParsedFile): Code | undefined {
  const fences = isKind(file, "code") ? file.lead.filter((node): node is Code => node.type === "code") : [];
  const [solution, other, ...more] = fences;
  const isOutput = solution !== undefined && more.length === 0 && fences.every(({ lang }) => lang !== "output");
  return isOutput ? other : undefined;
}

/** Place of the opening fence and its language; the whole block where they are not in the source literally. */
export function atOpening(fragment: Fragment, code: Code): At {
  const language = code.lang ?? "";
  const at = sourceOf(fragment, code).indexOf(language);
  return language === "" || at < 0 ? atNode(fragment, code) : atPart(fragment, code, 0, at + language.length);
}

/** Place of the text after the language, or after `$$`; the whole block where it is not in the source literally. */
export function atMeta(fragment: Fragment, node: Extract<Nodes, { type: "code" | "math" }>): At {
  const meta = node.meta ?? "";
  const [opening = ""] = sourceOf(fragment, node).split("\n", 1);
  const at = opening.lastIndexOf(meta);
  return meta === "" || at < 0 ? atNode(fragment, node) : atPart(fragment, node, at, at + meta.length);
}

/** The solution of a code item: the first fence of its lead that is no output. */
export function solutionIn(lead: readonly RootContent[]): Code | undefined {
  return lead.find((node): node is Code => node.type === "code" && node.lang !== "output");
}

/**
 * The lines that `{2,4-6}` after a fence's language names, counted from 1.
 * Undefined for any other text, or lines that are not in rising order.
 */
export function keyLinesOf(meta: string | null | undefined): number[] | undefined {
  if (!meta || meta.length > 100 || !/^\{\d{1,4}(?:-\d{1,4})?(?:, ?\d{1,4}(?:-\d{1,4})?)*\}$/.test(meta))
    return undefined;
  const lines: number[] = [];
  for (const range of meta.slice(1, -1).split(",")) {
    const [first = 0, last = first] = range.split("-").map(Number);
    if (first <= (lines.at(-1) ?? 0) || last < first) return undefined;
    for (let line = first; line <= last; line++) lines.push(line);
  }
  return lines;
}
