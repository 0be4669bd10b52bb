import type { List, ListItem, Nodes } from "mdast";
import { atPart, sourceOf } from "../fragment.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** Markdown keeps the first number of a list only, and takes a year at the start of a paragraph for one. */
export const listNumbers = defineRule({
  name: "list-numbers",
  severity: "error",
  description: "A numbered list is printed with the numbers that are written",
  nodes: { root: check, blockquote: check, listItem: check },
});

function check(container: Nodes, report: Report, { fragment }: NodeContext): void {
  if (!("children" in container)) return;
  // Numbers that a list may begin with: one more than the last of an earlier list.
  const next = new Set([1]);
  for (const list of container.children as Nodes[]) {
    if (list.type !== "list" || list.ordered !== true) continue;
    const first = list.start ?? 1;
    if (list.children.length > 1) checkOrder(fragment, list, first, report);
    else if (first > 1 && !next.has(first)) checkSingle(fragment, list, first, report);
    next.add(first + list.children.length);
  }
}

function checkSingle(fragment: Fragment, list: List, first: number, report: Report): void {
  const number = numberOf(fragment, list);
  if (number === undefined) return;
  report(
    `${code(number)} at the start of a paragraph makes it a list whose only entry has the number ${first}: write ${code(escaped(number))}`,
    atPart(fragment, list, 0, number.length),
    { replace: { actual: number, by: [escaped(number)] } },
  );
}

function checkOrder(fragment: Fragment, list: List, first: number, report: Report): void {
  const numbers = list.children.map((entry) => numberOf(fragment, entry));
  // `1.` before every entry is a way to leave the numbers to Markdown.
  if (numbers.every((number) => number === numbers[0])) return;
  for (const [index, number] of numbers.entries()) {
    const printed = first + index;
    const entry = list.children[index];
    if (number === undefined || entry === undefined || Number.parseInt(number, 10) === printed) continue;
    const right = `${printed}${number.slice(-1)}`;
    report(
      `${code(number)} is printed as ${code(right)}, because the list begins with ${first}: number the entries in order, or begin each with \`-\``,
      atPart(fragment, entry, 0, number.length),
      // A number that is far off is a date or a quantity, not a slip.
      Math.abs(Number.parseInt(number, 10) - printed) <= list.children.length
        ? { replace: { actual: number, by: [right] } }
        : undefined,
    );
    return;
  }
}

/** The number of an entry as written, such as `2.`; undefined when the parser does not say where it is. */
function numberOf(fragment: Fragment, node: List | ListItem): string | undefined {
  return /^\d{1,9}[.)]/.exec(sourceOf(fragment, node).slice(0, 10))?.[0];
}

function escaped(number: string): string {
  return `${number.slice(0, -1)}\\${number.slice(-1)}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
