import type { Literal, Node, Position } from "unist";
import type { VFile } from "vfile";
import { factsOf, isMap } from "../facts.ts";
import { findAll } from "../nodes.ts";
import { placeAt, placeInValue, sourceAt } from "../place.ts";
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
    for (const { node, parent } of findAll(tree, ...drawn)) {
      const text = textIn(node);
      for (const run of unprintableRuns(text, isPrintable)) {
        reportRun(file, run, placeInBody(file, node, text, run) ?? parent?.position);
      }
    }
  },
});

/** Characters one after the other that no font has. */
interface Run {
  readonly text: string;
  readonly start: number;
}

function unprintableRuns(text: string, isPrintable: IsPrintable): Run[] {
  const runs: Run[] = [];
  let offset = 0;
  for (const character of text) {
    const last = runs.at(-1);
    const isFault = !isPrintable(character.codePointAt(0) ?? 0) && !/\s/.test(character);
    if (isFault && last && last.start + last.text.length === offset) {
      runs[runs.length - 1] = { ...last, text: last.text + character };
    } else if (isFault) {
      runs.push({ text: character, start: offset });
    }
    offset += character.length;
  }
  return runs;
}

/** Every string of the front matter is printed somewhere; addresses and ids cannot hold such characters anyway. */
function checkFrontMatter(file: VFile, isPrintable: IsPrintable): void {
  const { matter } = factsOf(file);
  if (!matter) return;
  for (const { text, path } of stringsIn(matter.values, [])) {
    for (const run of unprintableRuns(text, isPrintable)) {
      reportRun(file, run, placeInText(file, matter.place(path), text, run));
    }
  }
}

type Path = readonly (string | number)[];

function stringsIn(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => stringsIn(entry, [...path, index]));
  if (isMap(value)) return Object.entries(value).flatMap(([key, entry]) => stringsIn(entry, [...path, key]));
  return [];
}

/** Nodes that hold what a reader sees; HTML and the YAML as such are not drawn. */
const drawn = ["text", "inlineCode", "inlineMath", "code", "math", "image", "imageReference"];

function textIn(node: Node): string {
  if (isLiteral(node)) return node.value;
  return "alt" in node && typeof node.alt === "string" ? node.alt : "";
}

function isLiteral(node: Node): node is Literal & { value: string } {
  return "value" in node && typeof node.value === "string";
}

function placeInBody(file: VFile, node: Node, text: string, run: Run): Position | undefined {
  const isBlock = node.type === "code" || node.type === "math";
  if (isBlock && isLiteral(node)) return placeInValue(file, node, run.start, run.start + run.text.length);
  return placeInText(file, node.position, text, run);
}

/** Where a run stands literally within the place of its text, else (an escape, an entity) the whole place. */
function placeInText(file: VFile, place: Position | undefined, text: string, run: Run): Position | undefined {
  const base = place?.start.offset;
  const source = sourceAt(file, place);
  const written = offsetsOf(run.text, source);
  const read = offsetsOf(run.text, text);
  const at = written.length === read.length ? written[read.indexOf(run.start)] : undefined;
  if (base === undefined || at === undefined) return place;
  return placeAt(file, base + at, base + at + run.text.length);
}

function offsetsOf(part: string, text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) offsets.push(at);
  return offsets;
}

function reportRun(file: VFile, run: Run, place: Position | undefined): void {
  const codes = [...run.text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  });
  const named = codes.length > 3 ? `${codes.slice(0, 3).join(" ")} …` : codes.join(" ");
  const shown = [...run.text].slice(0, 20).join("");
  report(
    file,
    `Unexpected \`${shown}\` (${named}), expected characters that the fonts of the printed sheets have: write it in words or as a formula`,
    place,
  );
}
