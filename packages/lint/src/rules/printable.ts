import type { Literal, Node, Position } from "unist";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { factsOf, isMap } from "../facts.ts";
import { placeAt, placeInValue } from "../place.ts";
import { report } from "../report.ts";
import { defineRuleWithOptions } from "../rule.ts";

type IsPrintable = (codePoint: number) => boolean;

/** On paper, a character that no font has is an empty box. */
export const printable = defineRuleWithOptions<IsPrintable | undefined>({
  name: "printable",
  severity: "error",
  description: "Every character is one that the fonts of the printed sheets have",
  read(value, options) {
    if (value !== undefined) throw new Error("nothing: the fonts decide (`false` turns the rule off)");
    return options.printable;
  },
  check(tree, file, isPrintable) {
    if (!isPrintable) return;
    checkFrontMatter(file, isPrintable);
    visit(tree, (node, _index, parent) => {
      const text = textIn(node);
      if (text === undefined) return;
      for (const run of unprintableRuns(text, isPrintable)) {
        reportRun(file, run.text, placeOfRun(file, node, run) ?? parent?.position);
      }
    });
  },
});

interface TextNode extends Literal {
  value: string;
}

interface Run {
  readonly text: string;
  readonly start: number;
}

/** What a reader sees of a node itself; HTML and front matter are not drawn. */
function textIn(node: Node): string | undefined {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "inlineMath":
    case "code":
    case "math":
      return isText(node) ? node.value : undefined;
    case "image":
    case "imageReference":
      return "alt" in node && typeof node.alt === "string" ? node.alt : undefined;
    default:
      return undefined;
  }
}

function isText(node: Node): node is TextNode {
  return "value" in node && typeof node.value === "string";
}

function unprintableRuns(text: string, isPrintable: IsPrintable): Run[] {
  const runs: Run[] = [];
  let offset = 0;
  for (const character of text) {
    const last = runs.at(-1);
    const isFault = !/\s/.test(character) && !isPrintable(character.codePointAt(0) ?? 0);
    if (isFault && last && last.start + last.text.length === offset) {
      runs[runs.length - 1] = { ...last, text: last.text + character };
    } else if (isFault) {
      runs.push({ text: character, start: offset });
    }
    offset += character.length;
  }
  return runs;
}

function placeOfRun(file: VFile, node: Node, run: Run): Position | undefined {
  if (isText(node)) return placeInValue(file, node, run.start, run.start + run.text.length);
  return placeOfText(file, node.position, run.text);
}

/** Every string of the front matter is printed somewhere; addresses and ids cannot hold such characters anyway. */
function checkFrontMatter(file: VFile, isPrintable: IsPrintable): void {
  const { matter } = factsOf(file);
  if (!matter) return;
  for (const { text, path } of stringsIn(matter.values, [])) {
    for (const run of unprintableRuns(text, isPrintable)) {
      reportRun(file, run.text, placeOfText(file, matter.place(path), run.text));
    }
  }
}

function stringsIn(value: unknown, path: readonly (string | number)[]): { text: string; path: (string | number)[] }[] {
  if (typeof value === "string") return [{ text: value, path: [...path] }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => stringsIn(entry, [...path, index]));
  if (isMap(value)) return Object.entries(value).flatMap(([key, entry]) => stringsIn(entry, [...path, key]));
  return [];
}

/** Where the text stands literally within a place, else (an escape, an entity) the whole place. */
function placeOfText(file: VFile, place: Position | undefined, text: string): Position | undefined {
  const from = place?.start.offset;
  const to = place?.end.offset;
  if (from === undefined || to === undefined) return place;
  const at = String(file).slice(from, to).indexOf(text);
  return at < 0 ? place : placeAt(file, from + at, from + at + text.length);
}

function reportRun(file: VFile, text: string, place: Position | undefined): void {
  const codes = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  });
  const shown = codes.length > 3 ? `${codes.slice(0, 3).join(" ")} …` : codes.join(" ");
  report(
    file,
    `Unexpected \`${text.slice(0, 40)}\` (${shown}), expected characters that the fonts of the printed sheets have: write it in words or as a formula`,
    place,
  );
}
