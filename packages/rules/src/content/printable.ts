import type { Nodes } from "mdast";
import { offsetsOf, sourceOf } from "../fragment.ts";
import { isMap } from "../front-values.ts";
import { invisibles } from "../invisible-characters.ts";
import type { KeyPath } from "../key-path.ts";
import { type At, valueAt } from "../parsed-file.ts";
import { defineRuleWithOptions, type NodeContext, type Report } from "../rule.ts";

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
  checks(isPrintable) {
    if (!isPrintable) return undefined;
    const check = (node: Nodes, report: Report, context: NodeContext) => checkNode(node, report, context, isPrintable);
    return {
      file(file, report) {
        checkValues(file.front.values, [], report, isPrintable);
      },
      nodes: {
        text: check,
        inlineCode: check,
        inlineMath: check,
        code: check,
        math: check,
        image: check,
        imageReference: check,
      },
    };
  },
});

/** Every text of the front matter is printed somewhere; addresses and ids cannot hold such characters anyway. */
function checkValues(value: unknown, path: KeyPath, report: Report, isPrintable: IsPrintable): void {
  if (typeof value === "string") {
    for (const run of unprintableRuns(value, isPrintable)) {
      reportRun(run, { ...valueAt(...path), range: [run.start, run.start + run.text.length] }, report);
    }
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) checkValues(entry, [...path, index], report, isPrintable);
  } else if (isMap(value)) {
    for (const [key, entry] of Object.entries(value)) checkValues(entry, [...path, key], report, isPrintable);
  }
}

/** Places each run at its characters; at the whole node if it is written as an escape or an entity. */
function checkNode(node: Nodes, report: Report, { fragment, parent }: NodeContext, isPrintable: IsPrintable): void {
  const runs = unprintableRuns(textIn(node), isPrintable);
  if (runs.length === 0) return;
  const [base, end] = offsetsOf(node) ?? (parent && offsetsOf(parent)) ?? [0, 0];
  const written = unprintableRuns(sourceOf(fragment, node), isPrintable);
  let next = 0;
  for (const run of runs) {
    const index = written.findIndex(({ text }, at) => at >= next && text === run.text);
    const literal = written[index];
    if (literal) next = index + 1;
    const from = base + (literal?.start ?? 0);
    reportRun(run, literal ? fragment.at(from, from + run.text.length) : fragment.at(base, end), report);
  }
}

function textIn(node: Nodes): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  return "alt" in node && typeof node.alt === "string" ? node.alt : "";
}

/** Characters in a row that no font has. */
interface Run {
  readonly text: string;
  /** UTF-16 units before it. */
  readonly start: number;
}

function unprintableRuns(text: string, isPrintable: IsPrintable): Run[] {
  if (!/[^\x20-\x7e\s]/.test(text)) return [];
  const runs: Run[] = [];
  let offset = 0;
  for (const character of text) {
    const last = runs.at(-1);
    // Invisible characters are reported by `invisible-character`.
    const isFault =
      !isPrintable(character.codePointAt(0) ?? 0) && !/\s/.test(character) && invisibles(character).length === 0;
    if (isFault && last && last.start + last.text.length === offset) {
      runs[runs.length - 1] = { ...last, text: last.text + character };
    } else if (isFault) {
      runs.push({ text: character, start: offset });
    }
    offset += character.length;
  }
  return runs;
}

function reportRun(run: Run, at: At, report: Report): void {
  const codes = [...run.text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  });
  const named = codes.length > 3 ? `${codes.slice(0, 3).join(" ")} …` : codes.join(" ");
  const shown = [...run.text].slice(0, 20).join("");
  report(`No font of the printed sheets has \`${shown}\` (${named}): write it in words or as a formula`, at);
}
