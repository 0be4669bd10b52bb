import { isPlainLetter, partsOf, type TexNode } from "../parse/node.ts";
import { read } from "../parse/read.ts";
import { TexError } from "../span.ts";
import { makeSet, type Value } from "./value.ts";

/** What an example may give for a name: a number, a list, a matrix or deeper list; `{set: […]}`; for a function either
 *  its body in TeX (`"p(a)": "a^2"`) or `{table: [[argument, value], …]}`. */
export type ExampleValue =
  | number
  | string
  | ExampleValue[]
  | { set: ExampleValue[] }
  | { table: [argument: ExampleValue, value: ExampleValue][] };

/** TeX of a name -> what it is worth. */
export type Example = Record<string, ExampleValue>;

/** A name of the example, ready to be found in a formula. */
export interface Entry {
  /** As the author wrote it. */
  key: string;
  nodes: TexNode[];
  /** Letters of the name that have an entry of their own: `m` of `F_m(x_i)`. They are no indices. */
  labels: string[];
  meaning:
    | { type: "value"; value: Value; letters: string[] }
    | { type: "body"; parameters: string[]; body: TexNode[] }
    | { type: "table"; rows: { argument: Value; value: Value }[] };
}

/** `names` are the keys of the whole example: a letter with a value of its own is no index.
 *  @throws {TexError} that names the entry when its TeX or its value cannot be read. */
export function toEntry(key: string, given: ExampleValue, names: readonly string[]): Entry {
  const nodes = readEntry(key, key);
  if (nodes.length === 0) throw entryError(key, "Unexpected empty name, expected TeX such as `F_1`");
  const letters = [...subscriptLetters(nodes), ...argumentLetters(nodes)];
  const labels = unique(letters).filter((letter) => letter !== key && names.includes(letter));
  return { key, nodes, labels, meaning: toMeaning(key, nodes, given, labels) };
}

function toMeaning(key: string, nodes: TexNode[], given: ExampleValue, labels: readonly string[]): Entry["meaning"] {
  if (typeof given === "string") {
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
  return { type: "value", value, letters: indexLetters(key, nodes, depthOf(value), labels) };
}

export function entryError(key: string, reason: string): TexError {
  return new TexError(reason, { start: 0, end: 0 }, key);
}

function readEntry(key: string, tex: string): TexNode[] {
  try {
    return read(tex);
  } catch (error) {
    if (error instanceof TexError) throw entryError(key, error.message);
    throw error;
  }
}

function toValue(key: string, given: ExampleValue): Value {
  if (typeof given === "number") {
    if (Number.isNaN(given)) throw entryError(key, "Unexpected NaN, expected a number");
    return given;
  }
  if (Array.isArray(given)) {
    if (given.length === 0) throw entryError(key, "Unexpected empty list, expected at least one entry");
    return given.map((item) => toValue(key, item));
  }
  if (typeof given === "object" && given !== null && "set" in given) {
    return makeSet(given.set.map((item) => toValue(key, item)));
  }
  throw entryError(key, "Unexpected value, expected a number, a list, `{set: […]}`, TeX or `{table: […]}`");
}

/** `["a", "b"]` of `p(a \mid b)`. */
function parametersOf(key: string, nodes: readonly TexNode[]): string[] {
  const group = nodes.at(-1);
  const body = group?.type === "group" && nodes.length > 1 ? group.body : [];
  const names = body.flatMap((node) => (node.type === "symbol" ? [node.name] : []));
  const isList = body.every((node, i) => (i % 2 === 0 ? node.type === "symbol" : isSeparator(node)));
  if (names.length === 0 || !isList) {
    throw entryError(key, "Unexpected name of a function, expected its parameters: `f(a)` or `p(a \\mid b)`");
  }
  return names;
}

/** What parts the arguments of a function. */
export function isSeparator(node: TexNode): boolean {
  return (
    (node.type === "punctuation" && (node.name === "," || node.name === ";")) ||
    (node.type === "bar" && node.name === "|")
  );
}

function depthOf(value: Value): number {
  if (!Array.isArray(value)) return 0;
  const first = value[0];
  return 1 + (first === undefined ? 0 : depthOf(first));
}

/** The letters of a name that index its list: `i` of `x_i`. Letters that are arguments count when subscripts are too few
 *  for how deep the list is: `p(x)`. */
function indexLetters(key: string, nodes: readonly TexNode[], depth: number, labels: readonly string[]): string[] {
  if (depth === 0) return [];
  const isFree = (letter: string) => !labels.includes(letter);
  const subscripts = unique(subscriptLetters(nodes)).filter(isFree);
  const letters =
    subscripts.length >= depth ? subscripts : unique([...subscripts, ...argumentLetters(nodes).filter(isFree)]);
  if (subscripts.length > depth) {
    const shown = subscripts.map((letter) => `\`${letter}\``).join(", ");
    throw entryError(
      key,
      `Unexpected letters ${shown} for a list ${depth} deep: give those that are no index a value of their own`,
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

/** The w of `\nabla_w L` says by what, not which entry. */
function isDerivation(node: TexNode): boolean {
  return node.type === "symbol" && (node.name === "\\nabla" || node.name === "\\partial");
}

/** `i` of `x^{(i)}`. */
function bracketed(sup: readonly TexNode[] | undefined): TexNode[] {
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

/** Whether a script is a label, part of the name, and not an index: `\mathrm{c}` in `X_{\mathrm{c}}`. */
export function isLabel(script: readonly TexNode[]): boolean {
  return script.some((node) => node.type === "symbol" && (node.isWord || node.name.startsWith("\\mathrm{")));
}
