import { quote } from "@high-recall/core";
import type { Delete, Emphasis, Strong } from "mdast";
import { atNode, offsetsOf, sourceOf } from "../fragment.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** Products, names of Python and ranges lose their signs when Markdown takes these for emphasis. */
export const accidentalMarkup = defineRule({
  name: "accidental-markup",
  severity: "error",
  description: "No product, name or range is read as emphasis",
  nodes: { emphasis: check, strong: check, delete: check },
  phrases: { emphasis: check },
});

function check(node: Emphasis | Strong | Delete, report: Report, { fragment, parent }: NodeContext): void {
  const source = sourceOf(fragment, node);
  if (source === "") return;
  const fault = faultOf(node.type, source, ...neighbours(fragment.text, offsetsOf(node)));
  if (fault === undefined) return;
  const { what, remedy, by } = fault;
  report(
    `${quote(source)} is printed ${what}, without its signs: ${remedy}`,
    atNode(fragment, node, parent),
    by === undefined ? undefined : { replace: { actual: source, by } },
  );
}

interface Fault {
  readonly what: string;
  readonly remedy: string;
  readonly by?: readonly string[];
}

/** `before` and `after` are the characters around the markup. */
function faultOf(type: string, source: string, before: string, after: string): Fault | undefined {
  if (type === "delete") {
    if (source.startsWith("~~")) return undefined;
    const by = [`\\~${source.slice(1, -1)}\\~`, `~${source}~`];
    return { what: "struck through", remedy: "write `\\~` for the sign, or `~~` to strike a text", by };
  }
  const what = type === "strong" ? "bold" : "in italics";
  const signs = type === "strong" ? 2 : 1;
  const inside = source.slice(signs, -signs);
  if (source.startsWith("_")) {
    const isName = type === "strong" ? isPythonName(inside, before, after) : /^(?:\w|\w*_\w*)$/.test(inside);
    if (!isName) return undefined;
    const other = "*".repeat(signs);
    const by = [`\`${source}\``, `${other}${inside}${other}`];
    return {
      what,
      remedy: `write a name between backticks, and \`${other}…${other}\` for ${type === "strong" ? "bold" : "emphasis"}`,
      by,
    };
  }
  // A product or a power: the signs are between two operands on both sides.
  if (!/[A-Za-z\d)\]]/.test(before) || !/[A-Za-z\d([]/.test(after)) return undefined;
  const sign = "\\*".repeat(signs);
  return {
    what,
    remedy: "write a formula between dollars or code between backticks, or `\\*` for the sign",
    ...(/[*\\`$]/.test(inside) ? {} : { by: [`${sign}${inside}${sign}`] }),
  };
}

/** `__init__` and `__my_name__`; other words are names if a call, a full stop and a letter, or an attribute is around. */
function isPythonName(word: string, before: string, after: string): boolean {
  if (!/^[a-z][a-z\d_]*$/.test(word)) return false;
  return /[\d_]/.test(word) || pythonNames.has(word) || before === "." || after === "(";
}

/** Names that Python gives a meaning between `__`. Other words are as likely bold. */
const pythonNames: ReadonlySet<string> = new Set(
  `abs add aenter aexit aiter all anext annotations array author await bases bool builtins bytes call ceil class closure code
  complex contains copy debug deepcopy defaults del delattr delete delitem dict dir divmod doc enter eq exit file float floor
  floordiv format future ge get getattr getattribute getitem getstate global globals gt hash iadd import imul index init int
  invert isub iter le len loader lshift lt main matmul missing mod module mro mul name ne neg new next package path pos pow
  qualname radd reduce repr restrict reversed rmul round rshift rsub set setattr setitem setstate shared slots spec str sub
  subclasses sum syncthreads truediv trunc version weakref xor`.split(/\s+/),
);

function neighbours(text: string, extent: readonly [number, number] | undefined): [string, string] {
  if (extent === undefined) return ["", ""];
  const [start, end] = extent;
  return [text.charAt(start - 1), text.charAt(end)];
}
