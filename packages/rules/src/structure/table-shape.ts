import type { Paragraph, Table, TableRow } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { atNode, atPart, sourceOf } from "../fragment.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";

/** GitHub silently drops surplus cells of a row, and their text is lost. */
export const tableShape = defineRule({
  name: "table-shape",
  severity: "error",
  description: "A table's header is filled in, and every row has as many cells",
  nodes: {
    paragraph: (node, report, { fragment }) => checkDashes(fragment, node, report),
    table(table, report, { fragment }) {
      const [header, ...rows] = table.children;
      if (!header) return;
      checkHeader(fragment, table, header, report);
      const width = countCells(fragment, header);
      for (const row of rows) checkRow(fragment, row, width, header.children.length, report);
    },
  },
});

function checkHeader(fragment: Fragment, table: Table, header: TableRow, report: Report): void {
  const isEmpty = header.children.map((cell) => textOf(cell).trim() === "");
  if (isEmpty.every(Boolean)) {
    report("The table's header is empty: name each column", atNode(fragment, header, table));
    return;
  }
  for (const [index, cell] of header.children.entries()) {
    // The corner above the names of the rows may be empty.
    if (index === 0 || !isEmpty[index]) continue;
    report(`Column ${index + 1} of the table has no name: fill in its header`, atNode(fragment, cell, header));
  }
  if (table.children.length === 1) report("The table has no rows: add one below the header", atNode(fragment, table));
}

/** `columns` is the header's number of cells as parsed, `width` as written: a row must match both. */
function checkRow(fragment: Fragment, row: TableRow, width: number, columns: number, report: Report): void {
  const cells = countCells(fragment, row);
  if (cells === width && row.children.length === columns) return;
  const hasBars = cells > width && /[$`]/.test(sourceOf(fragment, row));
  const hint = hasBars ? "write `\\|` inside code and `\\vert` inside a formula" : "";
  const remedy = hint || (cells > width ? "join cells, or delete some" : "add the missing ones, which may be empty");
  report(
    `The row has ${cells} ${cells === 1 ? "cell" : "cells"}, the header ${width}: ${remedy}`,
    atNode(fragment, row),
  );
}

/** If the line of dashes does not match the header, parsers read the table as text. */
function checkDashes(fragment: Fragment, paragraph: Paragraph, report: Report): void {
  const source = sourceOf(fragment, paragraph);
  if (!source.includes("|")) return;
  let offset = 0;
  let above = "";
  for (const line of source.split("\n")) {
    const dashes = line.replace(/^[ \t>]+/, "").trimEnd();
    const columns = cellsIn(dashes);
    const names = cellsIn(above);
    if (isDashes(dashes) && above.includes("|") && names !== columns) {
      const start = offset + line.indexOf(dashes);
      report(
        `The line of dashes has ${columns} ${columns === 1 ? "column" : "columns"}, the header above it ${names}: make them equal, so that this is a table`,
        atPart(fragment, paragraph, start, start + dashes.length),
      );
    }
    offset += line.length + 1;
    above = line;
  }
}

function isDashes(line: string): boolean {
  return line.includes("|") && /^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(line);
}

/** Cells as written; a parser may already have dropped or added some. */
function countCells(fragment: Fragment, row: TableRow): number {
  const source = sourceOf(fragment, row);
  return source === "" ? row.children.length : cellsIn(source);
}

function cellsIn(line: string): number {
  const source = line.trim();
  const bars = [...source.replace(/\\[\\|]/g, "xx").matchAll(/\|/g)].map((match) => match.index);
  const outer = Number(bars[0] === 0) + Number(bars.length > 1 && bars.at(-1) === source.length - 1);
  return bars.length + 1 - outer;
}
