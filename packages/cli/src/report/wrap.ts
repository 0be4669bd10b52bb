import { stripVTControlCharacters } from "node:util";

/**
 * Breaks each line of a text between words, so that none is wider than `width` unless one word is; lines after a break
 * begin with `indent`. Colours take no width.
 */
export function wrap(text: string, width: number, indent: string): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width, indent))
    .join("\n");
}

function wrapLine(line: string, width: number, indent: string): string {
  if (widthOf(line) <= width) return line;
  const lines: string[] = [];
  let words: string[] = [];
  let used = 0;
  let isEmpty = true;
  for (const word of line.split(" ")) {
    const wide = widthOf(word);
    if (!isEmpty && used + 1 + wide > width) {
      lines.push(words.join(" ").trimEnd());
      words = [indent + word];
      used = indent.length + wide;
    } else {
      used += (words.length === 0 ? 0 : 1) + wide;
      words.push(word);
    }
    isEmpty &&= word === "";
  }
  return [...lines, words.join(" ")].join("\n");
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
