import { Example } from "@high-recall/core";
import { checkSyntax } from "@high-recall/tex";
import type { Root } from "mdast";
import type { VFile } from "vfile";
import { frontValue, isKind } from "./facts.ts";
import { type DisplayFormula, formulaOf } from "./formula.ts";

/** The formula of a formula item, when it can be read: faults of its TeX are the compiler's to report. */
export function readableFormula(tree: Root, file: VFile): DisplayFormula | undefined {
  const formula = isKind(file, "formula") ? formulaOf(tree) : undefined;
  return formula && checkSyntax(formula.value, { display: true }).length === 0 ? formula : undefined;
}

/** The examples of a formula item; none when there are none, or when one is not of the right form. */
export function examplesOf(file: VFile): Example[] {
  const examples = [frontValue(file, "example")].flat();
  const parsed = examples.map((example) => Example.safeParse(example).data);
  return parsed.every((example) => example !== undefined) ? parsed : [];
}
