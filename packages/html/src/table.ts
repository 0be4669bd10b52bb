import { type Align, nodesOf, plainText, type Table, type TableRow } from "@high-recall/core";
import type { Element } from "hast";
import { element, text } from "./element.ts";
import { inlinesToHast } from "./inlines.ts";
import type { HtmlOptions } from "./options.ts";

/**
 * A table as hast, in a container that scrolls when the table is wider than the page. The container can be focused, so that
 * a keyboard can scroll it, and is labelled with the names of the columns, which are in the reader's language.
 */
export function tableToHast(table: Table, options: HtmlOptions): Element {
  const [head, ...body] = table.children;
  const columns = options.narrow ? columnNames(head) : undefined;
  const name = head?.children
    .map((cell) => plainText(cell.children))
    .filter((cell) => cell.trim() !== "")
    .join(", ");
  const parts = [
    ...(head ? [element("thead", {}, [rowToHast(head, table.align, true, options)])] : []),
    ...(body.length > 0 ? [bodyToHast(body, table.align, options, columns)] : []),
  ];
  const label = name ? { role: "group", ariaLabel: name } : {};
  return element("div", { className: ["table-scroll"], tabIndex: 0, ...label }, [
    element("table", { className: columns === undefined ? undefined : ["rows"] }, parts),
  ]);
}

/** Names of the columns, if all but the corner have one and it is written in words: an attribute holds no formula. */
function columnNames(head: TableRow | undefined): string[] | undefined {
  const cells = head?.children ?? [];
  const isPlain = cells.every(
    ({ children }, index) => (index === 0 || children.length > 0) && nodesOf(children, "inlineMath").length === 0,
  );
  return isPlain && cells.length > 2 ? cells.map(({ children }) => plainText(children)) : undefined;
}

function bodyToHast(
  rows: readonly TableRow[],
  align: readonly Align[],
  options: HtmlOptions,
  columns: readonly string[] | undefined,
): Element {
  const lines = rows.flatMap((row) => [text("\n"), rowToHast(row, align, false, options, columns)]);
  return element("tbody", {}, lines);
}

function rowToHast(
  row: TableRow,
  align: readonly Align[],
  isHead: boolean,
  options: HtmlOptions,
  columns?: readonly string[],
): Element {
  const cells = row.children.map((cell, column) => {
    const side = align[column];
    const className = side ? [`align-${side}`] : undefined;
    const children = inlinesToHast(cell.children, options);
    // An empty corner heads no column: as a `th`, it would be announced before every cell.
    return isHead && children.length > 0
      ? element("th", { scope: "col", className }, children)
      : element("td", { className, dataTh: column > 0 ? columns?.[column] : undefined }, children);
  });
  return element("tr", {}, cells);
}
