import { codesOf, type PrintFault, printFaults, quote, unreachable } from "@high-recall/core";
import type { Nodes } from "mdast";
import { characterReferences } from "../character-reference.ts";
import { offsetsOf, sourceOf } from "../fragment.ts";
import { isMap } from "../front-values.ts";
import { invisibles } from "../invisible-characters.ts";
import type { KeyPath } from "../key-path.ts";
import { type At, keyAt, valueAt } from "../parsed-file.ts";
import { defineRuleWithOptions, type NodeContext, type Report } from "../rule.ts";

type IsPrintable = (codePoint: number) => boolean;

/** On paper, a character that no font has is an empty box, and one that a font has may still be out of its place. */
export const printable = defineRuleWithOptions<IsPrintable | undefined>({
  name: "printable",
  severity: "error",
  description: "Print shows every character as a screen does",
  read(value, options) {
    if (value !== undefined) throw new Error("nothing: the fonts decide (`false` turns the rule off)");
    return options.printable;
  },
  checks(isPrintable) {
    if (!isPrintable) return undefined;
    const check = (node: Nodes, report: Report, context: NodeContext) => checkNode(node, report, context, isPrintable);
    return {
      file(file, report) {
        for (const { fault, at } of faultsInValue(file.front.values, isPrintable)) {
          if (!isReported(fault)) report(wordsFor(fault), at);
        }
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

/** What print gets wrong in the texts of a YAML file: every one of them is printed somewhere. */
export function faultsInValue(
  value: unknown,
  isPrintable: IsPrintable,
  path: KeyPath = [],
): { readonly fault: PrintFault; readonly at: At }[] {
  const placed = (faults: readonly PrintFault[], at: At) =>
    faults.map((fault) => ({ fault, at: { ...at, range: [fault.start, fault.start + fault.text.length] } as At }));
  if (typeof value === "string") return placed(printFaults(value, isPrintable), valueAt(...path));
  if (Array.isArray(value)) return value.flatMap((entry, index) => faultsInValue(entry, isPrintable, [...path, index]));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => [
    ...placed(printFaults(key, isPrintable), keyAt(...path, key)),
    ...faultsInValue(entry, isPrintable, [...path, key]),
  ]);
}

/** Places each fault at its characters, or at the character reference for them; else at the whole node. */
function checkNode(node: Nodes, report: Report, { fragment, parent }: NodeContext, isPrintable: IsPrintable): void {
  const faults = printFaults(textIn(node), isPrintable);
  if (faults.length === 0) return;
  const [base, end] = offsetsOf(node) ?? (parent && offsetsOf(parent)) ?? [0, 0];
  const source = sourceOf(fragment, node);
  const literals = Map.groupBy(printFaults(source, isPrintable), ({ text }) => text);
  const references = Map.groupBy(characterReferences(source), ({ codePoint }) => codePoint);
  const used = new Map<string | number, number>();
  const next = <Key extends string | number, Value>(all: Map<Key, Value[]>, key: Key): Value | undefined => {
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return all.get(key)?.[count];
  };
  for (const fault of faults) {
    const literal = next(literals, fault.text);
    // `invisible-character` looks at the text of the file, and at the entities of text.
    if (isReported(fault) && (literal !== undefined || node.type === "text")) continue;
    const part = literal
      ? { start: literal.start, end: literal.start + fault.text.length }
      : next(references, fault.text.codePointAt(0) ?? 0);
    report(wordsFor(fault), part ? fragment.at(base + part.start, base + part.end) : fragment.at(base, end));
  }
}

/** Whether `invisible-character` reports it. */
function isReported({ kind, text }: PrintFault): boolean {
  return kind === "hidden" && [...text].every((character) => invisibles(character).length > 0);
}

function textIn(node: Nodes): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  return "alt" in node && typeof node.alt === "string" ? node.alt : "";
}

/** The message for a fault. */
export function wordsFor({ kind, text }: PrintFault): string {
  const codes = codesOf(text);
  const shown = `${quote([...text].slice(0, 20).join(""))} (${codes})`;
  switch (kind) {
    case "glyph":
      return `No font of the printed sheets has ${shown}: write it in words or as a formula`;
    case "script":
      return `Print sets ${shown} letter by letter from left to right: write it in Latin letters`;
    case "mark":
      return `Print cannot place the mark of ${shown}: write it as a formula, such as \`$\\hat p$\``;
    case "sign":
      return `Print draws ${shown} otherwise than a screen: write it in words`;
    case "space":
      return `There is an unusual space (${codes}): write an ordinary one`;
    case "hidden":
      return `There is an invisible character (${codes}): delete it`;
    default:
      return unreachable(kind);
  }
}
