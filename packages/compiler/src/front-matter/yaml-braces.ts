import { quote } from "@high-recall/core";
import type { Explanation } from "./yaml-source.ts";

/** TeX with braces inside a map in braces, where YAML takes each brace as one of its own: `{p_{o}: 0.7}`. */
export function findBracedTex(source: string): Explanation[] {
  const found: Explanation[] = [];
  for (let at = source.indexOf("{"); at >= 0; at = source.indexOf("{", at + 1)) {
    if (!/[\w\\^}]/.test(source[at - 1] ?? "")) continue;
    const end = endOfTex(source, at);
    const start = startOfTex(source, at, found.at(-1)?.end ?? 0);
    const isInMap = start !== undefined && end > at;
    if (!isInMap) continue;
    const tex = source.slice(start, end);
    const what = /^\s*:/.test(source.slice(end, end + 10)) ? "key" : "value";
    const by = `'${tex.replaceAll("'", "''")}'`;
    found.push({
      text: `YAML takes the braces of ${quote(tex)} as its own: put the ${what} in quotes, ${quote(by)}`,
      start,
      end,
      by,
    });
    at = end - 1;
  }
  return found;
}

/** Where the key or value around a brace begins, when it is in a map or list in brackets and without quotes. */
function startOfTex(source: string, brace: number, from: number): number | undefined {
  for (let at = brace - 1; at >= from; at -= 1) {
    const character = source.charAt(at);
    if (character === "\n" || character === "'" || character === '"') return undefined;
    const isColon = character === ":" && source[at + 1] === " ";
    if (!isColon && character !== "," && character !== "[" && character !== "{") continue;
    if (isColon && !/[{,][^{}]*$/.test(source.slice(Math.max(from, at - 200), at))) return undefined;
    const text = source.slice(at + 1, brace);
    return at + 1 + text.length - text.trimStart().length;
  }
  return undefined;
}

/** Where the key or value around a brace ends; the brace itself when its line ends first. */
function endOfTex(source: string, brace: number): number {
  let depth = 0;
  for (let at = brace; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "\n") return brace;
    if (depth === 0 && at > brace && (/[,\]}]/.test(character) || /^:(?:\s|$)/.test(source.slice(at, at + 2))))
      return at;
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
  }
  return brace;
}
