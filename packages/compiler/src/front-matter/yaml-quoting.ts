import { quote } from "@high-recall/core";
import { linesOf, type YamlLine } from "./yaml-line.ts";
import type { Explanation } from "./yaml-source.ts";

/** A plain value in the quotes that need the fewest changes, and how to say so. */
export function quoted(value: string): { readonly text: string; readonly remedy: string } {
  if (!value.includes("'")) return { text: `'${value}'`, remedy: "put the whole value in single quotes" };
  if (!/["\\]/.test(value)) {
    return { text: `"${value}"`, remedy: "put the whole value in double quotes, since it contains a single quote" };
  }
  return {
    text: `'${value.replaceAll("'", "''")}'`,
    remedy: "put the whole value in single quotes, and write `''` for each single quote in it",
  };
}

/** Quotes that end a value too early, one a line: `'the baker's net'`. */
export function findInnerQuotes(source: string): Explanation[] {
  return linesOf(source).flatMap((line) => innerQuote(line) ?? []);
}

function innerQuote({ valueFrom, value }: YamlLine): Explanation | undefined {
  let before = "";
  for (let at = 0; at < value.length; at += 1) {
    const mark = value.charAt(at);
    if ((mark === "'" || mark === '"') && (before === "" || "[{,:".includes(before))) {
      const close = closingOf(value, at);
      if (close < 0) return undefined;
      const rest = value.slice(close + 1).trimStart();
      // A value is followed by the end, a comma, a bracket, the colon of a key, or a comment.
      if (!/^(?:$|[,\]}:#])/.test(rest)) return explain(value, rest, mark, valueFrom, close);
      at = close;
    }
    if (value[at] !== " ") before = value.charAt(at);
  }
  return undefined;
}

/** The quote that closes the one at an offset, -1 if none does. */
function closingOf(text: string, open: number): number {
  const mark = text[open];
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === "\\" && mark === '"') at += 1;
    else if (text[at] === "'" && mark === "'" && text[at + 1] === "'") at += 1;
    else if (text[at] === mark) return at;
  }
  return -1;
}

function explain(value: string, rest: string, mark: string, base: number, close: number): Explanation {
  if (!rest.includes(mark)) {
    const start = base + value.length - rest.length;
    return {
      text: `${quote(rest)} follows a value in quotes: ${quoted(value).remedy}`,
      start,
      end: base + value.length,
    };
  }
  const [by, other] = mark === "'" ? ["''", "double"] : ['\\"', "single"];
  const text = `The value ends at this ${quote(mark)}: write ${quote(by)} for it, or put the value in ${other} quotes`;
  return { text, start: base + close, end: base + close + 1, by };
}
