import { Example } from "@high-recall/core";
import { checkExample, checkSyntax, type ExampleMessage } from "@high-recall/tex";
import type { Root } from "mdast";
import type { VFile } from "vfile";
import { frontValue, isKind } from "./facts.ts";
import { type DisplayFormula, formulaOf } from "./formula.ts";

/** A formula that can be read, and what its examples say of it. */
export interface TestedFormula {
  readonly formula: DisplayFormula;
  /** Empty when there are none, or when one is not of the right form. */
  readonly examples: readonly Example[];
  /** What the examples show to be wrong. */
  readonly faults: readonly ExampleMessage[];
}

const tested = new WeakMap<Root, TestedFormula | undefined>();

/**
 * The formula of a formula item, computed once for all rules; undefined when there is none or its TeX has faults, which
 * are the compiler's to report.
 */
export function testFormula(tree: Root, file: VFile): TestedFormula | undefined {
  if (!tested.has(tree)) tested.set(tree, test(tree, file));
  return tested.get(tree);
}

function test(tree: Root, file: VFile): TestedFormula | undefined {
  const formula = isKind(file, "formula") ? formulaOf(tree) : undefined;
  if (!formula || checkSyntax(formula.value, { display: true }).length > 0) return undefined;
  const examples = examplesOf(file);
  const faults = examples.length > 0 ? checkExample(formula.value, examples).messages : [];
  return { formula, examples, faults };
}

function examplesOf(file: VFile): readonly Example[] {
  const examples = [frontValue(file, "example")].flat();
  const parsed = examples.map((example) => Example.safeParse(example).data);
  return parsed.every((example) => example !== undefined) ? parsed : [];
}
