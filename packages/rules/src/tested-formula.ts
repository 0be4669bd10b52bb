import { Example } from "@high-recall/core";
import { checkExample, checkSyntax, type ExampleMessage } from "@high-recall/tex";
import { type FormulaNode, texOf } from "./formula-offsets.ts";
import { frontValue, isKind } from "./front-values.ts";
import type { ParsedFile } from "./parsed-file.ts";

/** A formula that can be read, and the results of its examples. */
export interface TestedFormula {
  readonly node: FormulaNode;
  readonly tex: string;
  /** Empty when there are none, or when one is not of the right form. */
  readonly examples: readonly Example[];
  /** Faults that the examples reveal. */
  readonly faults: readonly ExampleMessage[];
}

const tested = new WeakMap<ParsedFile, TestedFormula | undefined>();

/** The formula of a formula item, computed once for all rules; undefined when there is none or its TeX has faults. */
export function testFormula(file: ParsedFile): TestedFormula | undefined {
  if (!tested.has(file)) tested.set(file, test(file));
  return tested.get(file);
}

/** The formula of a formula item: the first `$$` block of its lead. */
export function formulaOf(file: ParsedFile): FormulaNode | undefined {
  return file.lead.find((node) => node.type === "math");
}

function test(file: ParsedFile): TestedFormula | undefined {
  const node = isKind(file, "formula") ? formulaOf(file) : undefined;
  if (!node) return undefined;
  const tex = texOf(node);
  if (checkSyntax(tex, { display: true }).length > 0) return undefined;
  const examples = examplesOf(file);
  const faults = examples.length > 0 ? checkExample(tex, examples).messages : [];
  return { node, tex, examples, faults };
}

function examplesOf(file: ParsedFile): readonly Example[] {
  const examples = [frontValue(file, "example")].flat();
  const parsed = examples.map((example) => Example.safeParse(example).data);
  return parsed.every((example) => example !== undefined) ? parsed : [];
}
