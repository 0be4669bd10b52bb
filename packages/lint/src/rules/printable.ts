import type { Root } from "mdast";
import type { Node, Position } from "unist";
import type { VFile } from "vfile";
import { factsOf, isMap } from "../facts.ts";
import { findAll } from "../nodes.ts";
import { placeAt, sourceAt } from "../place.ts";
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
    for (const { text, place } of [...frontTexts(file), ...bodyTexts(tree)]) {
      reportRuns(file, text, place, isPrintable);
    }
  },
});

/** A text that is drawn, and where it stands in the file. */
interface DrawnText {
  readonly text: string;
  readonly place: Position | undefined;
}

/** Every string of the front matter is printed somewhere; addresses and ids cannot hold such characters anyway. */
function frontTexts(file: VFile): DrawnText[] {
  const { matter } = factsOf(file);
  return matter ? stringsIn(matter.values, []).map(({ text, path }) => ({ text, place: matter.place(path) })) : [];
}

type Path = readonly (string | number)[];

function stringsIn(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => stringsIn(entry, [...path, index]));
  if (isMap(value)) return Object.entries(value).flatMap(([key, entry]) => stringsIn(entry, [...path, key]));
  return [];
}

/** HTML and the YAML as such are not drawn. */
function bodyTexts(tree: Root): DrawnText[] {
  return findAll(tree, "text", "inlineCode", "inlineMath", "code", "math", "image", "imageReference").map(
    ({ node, parent }) => ({ text: textIn(node), place: node.position ?? parent?.position }),
  );
}

function textIn(node: Node): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  return "alt" in node && typeof node.alt === "string" ? node.alt : "";
}

/** Places each run where the file says it literally, else (an escape, an entity) on all of the text. */
function reportRuns(file: VFile, text: string, place: Position | undefined, isPrintable: IsPrintable): void {
  const runs = unprintableRuns(text, isPrintable);
  if (runs.length === 0) return;
  const base = place?.start.offset ?? 0;
  const written = unprintableRuns(sourceAt(file, place), isPrintable);
  let next = 0;
  for (const run of runs) {
    let at = next;
    while (at < written.length && written[at]?.text !== run.text) at++;
    const literal = written[at];
    if (literal) next = at + 1;
    const start = base + (literal?.start ?? 0);
    reportRun(file, run, literal ? placeAt(file, start, start + run.text.length) : place);
  }
}

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
