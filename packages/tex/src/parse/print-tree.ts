import { unreachable } from "../unreachable.ts";
import type { TexNode } from "./node.ts";
import { DELIMITER_PAIRS } from "./tables.ts";

/** Nodes as TeX in one spelling, so that `F_1` and `F_{1}` become equal. */
export function print(nodes: readonly TexNode[]): string {
  return join(nodes.map(printNode));
}

/** A node without its scripts and primes. */
export function printBase(node: TexNode): string {
  switch (node.type) {
    case "number":
      return node.text;
    case "symbol":
    case "operator":
    case "relation":
    case "punctuation":
    case "function":
    case "bar":
    case "delimiter":
      return node.name;
    case "unknown":
      return printUnknown(node.name);
    case "group":
      return printGroup(node.open, node.close, print(node.body));
    case "fraction":
      return `\\frac{${print(node.top)}}{${print(node.bottom)}}`;
    case "binomial":
      return `\\binom{${print(node.top)}}{${print(node.bottom)}}`;
    case "root":
      return `\\sqrt${node.degree === undefined ? "" : `[${print(node.degree)}]`}{${print(node.body)}}`;
    case "table": {
      const name = { lines: "aligned", cases: "cases", matrix: "matrix" }[node.shape];
      const rows = node.rows.map((cells) => cells.map(print).join("&"));
      return `\\begin{${name}}${rows.join("\\\\")}\\end{${name}}`;
    }
    case "gap":
      return "\\quad";
    case "break":
      return "\\\\";
    case "dots":
      return "\\dots";
    default:
      return unreachable(node);
  }
}

function printNode(node: TexNode): string {
  const primes = "'".repeat(node.primes);
  const sub = node.sub === undefined ? "" : `_{${print(node.sub)}}`;
  const sup = node.sup === undefined ? "" : `^{${print(node.sup)}}`;
  return printBase(node) + primes + sub + sup;
}

/** Ends in `{}`, so that the command takes no argument when the text is read again. */
function printUnknown(name: string): string {
  if (name.startsWith("\\begin{")) return name + name.replace("\\begin", "\\end");
  return /^\\[a-zA-Z@]+$/.test(name) ? `${name}{}` : name;
}

function printGroup(open: string, close: string, body: string): string {
  if (open === "") return `{${body}}`;
  const isPair = DELIMITER_PAIRS.get(open) === close;
  return isPair ? join([open, body, close]) : join(["\\left", open, body, "\\right", close]);
}

/** A control word needs a space before a letter. */
function join(parts: readonly string[]): string {
  let text = "";
  for (const part of parts) {
    const runsTogether = /^[a-zA-Z]/.test(part) && /\\[a-zA-Z]+$/.test(text);
    text += runsTogether ? ` ${part}` : part;
  }
  return text;
}
