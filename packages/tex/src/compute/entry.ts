import { isPlainLetter, partsOf, type TexNode } from "../parse/node.ts";
import { read } from "../parse/read.ts";
import { isArgumentSeparator } from "../parse/split.ts";
import type { Span } from "../span.ts";
import { TexError } from "../tex-error.ts";
import { makeSet, type Value } from "./value.ts";

/** The value of a name in an example: a number, a list, a matrix or deeper list, or `{set: […]}`; of a function, its body
 *  in TeX (`"p(a)": "a^2"`) or `{table: [[argument, value], …]}`. */
export type ExampleValue =
  | number
  | string
  | ExampleValue[]
  | { set: ExampleValue[] }
  | { table: [argument: ExampleValue, value: ExampleValue][] };

/** TeX of a name -> its value. */
export type Example = Record<string, ExampleValue>;

/** A name of the example and its meaning, both read. */
export interface Entry {
  /** The name as the author wrote it. */
  readonly key: string;
  readonly nodes: readonly TexNode[];
  /** Letters of the name that have an entry of their own, and so are no indices: `m` of `F_m(x_i)`. */
  readonly fixedLetters: readonly string[];
  readonly meaning: Meaning;
}

export type Meaning =
  /** `indexLetters`: the letters of the name that index its list, outermost first. */
  | { type: "value"; value: Value; indexLetters: readonly string[] }
  | { type: "body"; parameters: readonly string[]; body: readonly TexNode[] }
  | { type: "table"; rows: readonly TableRow[] };

export interface TableRow {
  argument: Value;
  value: Value;
}

/** Reads one entry of an example. `names` are all its keys: a letter with a value of its own is no index.
 *  @throws {TexError} with the entry's key when its TeX or its value cannot be read. */
export function toEntry(key: string, given: ExampleValue, names: readonly string[]): Entry {
  const nodes = readEntry(key, key);
  if (nodes.length === 0) throw entryError(key, "The name is empty: write it in TeX, such as `F_1`");
  const letters = [...subscriptLetters(nodes), ...argumentLetters(nodes)];
  const fixedLetters = unique(letters).filter((letter) => letter !== key && names.includes(letter));
  return { key, nodes, fixedLetters, meaning: toMeaning(key, nodes, given, fixedLetters) };
}

function toMeaning(
  key: string,
  nodes: readonly TexNode[],
  given: ExampleValue,
  fixedLetters: readonly string[],
): Meaning {
  if (typeof given === "string") {
    const number = nodes.length === 1 ? asNumber(given) : undefined;
    if (number !== undefined) throw valueError(key, `\`${given}\` ${number.reason}`, number.by);
    if (nodes.length === 1) {
      const way = `write a number or a list; the name of a function has its parameters, such as \`${key}(x)\``;
      throw valueError(key, `\`${shortened(given)}\` is text: ${way}`);
    }
    return { type: "body", parameters: parametersOf(key, nodes), body: readEntry(key, given) };
  }
  if (typeof given === "object" && !Array.isArray(given) && "table" in given) {
    parametersOf(key, nodes);
    const rows = given.table.map(([argument, value]) => ({
      argument: Array.isArray(argument) && argument.length === 0 ? makeSet([]) : toValue(key, argument),
      value: toValue(key, value),
    }));
    return { type: "table", rows };
  }
  const value = toValue(key, given);
  return { type: "value", value, indexLetters: indexLettersOf(key, nodes, depthOf(value), fixedLetters) };
}

export function entryError(key: string, reason: string): TexError {
  return new TexError(reason, { start: 0, end: 0 }, key);
}

/** The fault of a value; `by` is what should be there instead, when only one text is right. */
function valueError(key: string, reason: string, by?: string): TexError {
  return new TexError(reason, { start: 0, end: 0 }, key, { isValue: true, ...(by === undefined ? {} : { by }) });
}

/** The reason for a name without a value. */
export function missingValue(name: string): string {
  return `The example has no value for \`${name}\`: add one`;
}

/** The fault of a name in a formula that has no value. */
export function noValueFor(name: string, span: Span, entry?: string): TexError {
  return new TexError(missingValue(name), span, entry, { missing: name });
}

function readEntry(key: string, tex: string): readonly TexNode[] {
  try {
    return read(tex);
  } catch (error) {
    if (error instanceof TexError) throw entryError(key, error.message);
    throw error;
  }
}

function toValue(key: string, given: ExampleValue): Value {
  if (typeof given === "number") {
    if (Number.isNaN(given)) throw entryError(key, "The value is not a number: write one");
    return given;
  }
  if (Array.isArray(given)) {
    if (given.length === 0) throw entryError(key, "The list is empty: give it at least one entry");
    return given.map((item) => toValue(key, item));
  }
  if (typeof given === "object" && given !== null && "set" in given) {
    return makeSet(given.set.map((item) => toValue(key, item)));
  }
  if (typeof given === "string") {
    const number = asNumber(given);
    const reason = number?.reason ?? "is text: write a number";
    throw valueError(key, `\`${shortened(given)}\` ${reason}`);
  }
  throw valueError(key, "The value has an unknown form: write a number, a list, `{set: […]}`, TeX or `{table: […]}`");
}

/** A number that YAML does not read as one, and how to write it. */
function asNumber(given: string): { readonly reason: string; readonly by?: string } | undefined {
  const text = given.trim();
  const is = (why: string, by: string) => ({ reason: `${why}: write \`${by}\``, by });
  if (PLAIN_NUMBER.test(text)) return is("is text in quotes, not a number", text);
  const isThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text);
  if (isThousands) return { reason: `has a comma: write \`${text.replaceAll(",", "")}\`, or a decimal point` };
  const [, decimal] = /^([+-]?\d{1,20},\d{1,20})$/.exec(text) ?? [];
  if (decimal !== undefined) return is("has a comma", decimal.replace(",", "."));
  const [, share] = /^([+-]?\d{1,15}(?:[.,]\d{1,15})?)\s?\\?%$/.exec(text) ?? [];
  if (share !== undefined) return is("is a percentage", inDecimals(Number(share.replace(",", ".")) / 100));
  const [, top, bottom] = /^([+-]?\d{1,15}(?:\.\d{1,15})?)\s?\/\s?(\d{1,15}(?:\.\d{1,15})?)$/.exec(text) ?? [];
  const ratio = Number(top) / Number(bottom);
  if (top !== undefined && Number.isFinite(ratio)) return is("is a fraction", String(Number(ratio.toPrecision(6))));
  return undefined;
}

const PLAIN_NUMBER = /^[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?$/;

/** Without the errors of binary fractions: `0.07`, not `0.07000000000000001`. */
function inDecimals(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

/** `["a", "b"]` of `p(a \mid b)`. */
function parametersOf(key: string, nodes: readonly TexNode[]): string[] {
  const group = nodes.at(-1);
  const body = group?.type === "group" && nodes.length > 1 ? group.body : [];
  const names = body.flatMap((node) => (node.type === "symbol" ? [node.name] : []));
  const isList = body.every((node, i) => (i % 2 === 0 ? node.type === "symbol" : isArgumentSeparator(node)));
  if (names.length === 0 || !isList) {
    throw entryError(key, "The name of a function lacks its parameters: write `f(a)` or `p(a \\mid b)`");
  }
  return names;
}

function depthOf(value: Value): number {
  if (!Array.isArray(value)) return 0;
  const first = value[0];
  return 1 + (first === undefined ? 0 : depthOf(first));
}

/** The letters of a name that index its list: `i` of `x_i`. Arguments count as well when the list is deeper than the name
 *  has subscripts: `p(x)`. */
function indexLettersOf(
  key: string,
  nodes: readonly TexNode[],
  depth: number,
  fixedLetters: readonly string[],
): string[] {
  if (depth === 0) return [];
  const isFree = (letter: string) => !fixedLetters.includes(letter);
  const subscripts = unique(subscriptLetters(nodes)).filter(isFree);
  const letters =
    subscripts.length >= depth ? subscripts : unique([...subscripts, ...argumentLetters(nodes).filter(isFree)]);
  if (subscripts.length > depth) {
    const shown = subscripts.map((letter) => `\`${letter}\``).join(", ");
    throw entryError(
      key,
      `The name has the indices ${shown}, but its list has depth ${depth}: give letters that are no index their own value`,
    );
  }
  return letters.slice(0, depth);
}

function subscriptLetters(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node) => [
    ...[...(isDerivation(node) ? [] : (node.sub ?? [])), ...bracketed(node.sup)]
      .filter(isPlainLetter)
      .map((letter) => letter.name),
    ...partsOf(node).flatMap(subscriptLetters),
  ]);
}

/** Whether a subscript is a variable of differentiation, not an index: `w` of `\nabla_w L`. */
function isDerivation(node: TexNode): boolean {
  return node.type === "symbol" && (node.name === "\\nabla" || node.name === "\\partial");
}

/** The inside of a superscript in parentheses, which is an index: `i` of `x^{(i)}`. */
function bracketed(sup: readonly TexNode[] | undefined): readonly TexNode[] {
  const only = sup?.length === 1 ? sup[0] : undefined;
  return only?.type === "group" && only.open === "(" ? only.body : [];
}

function argumentLetters(nodes: readonly TexNode[]): string[] {
  return nodes
    .slice(1)
    .flatMap((node) => (node.type === "group" ? node.body.filter(isPlainLetter).map((letter) => letter.name) : []));
}

function unique(letters: readonly string[]): string[] {
  return [...new Set(letters)];
}
