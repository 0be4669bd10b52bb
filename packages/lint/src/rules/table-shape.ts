import type { Paragraph, Table, TableRow } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { findAll } from "../nodes.ts";
import { placeInNode, sourceAt } from "../place.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** GitHub drops the cells that a row has too many of without a word, and so loses what an author wrote. */
export const tableShape = defineRule({
  name: "table-shape",
  severity: "error",
  description: "A table's header is filled in, and every row has as many cells",
  check(tree, file) {
    for (const { node } of findAll(tree, "paragraph")) reportBroken(file, node);
    for (const { node: table } of findAll(tree, "table")) {
      const [header, ...rows] = table.children;
      if (!header) continue;
      reportHeader(file, table, header);
      const width = countCells(file, header);
      for (const row of rows) reportRow(file, row, width);
    }
  },
});

function reportHeader(file: VFile, table: Table, header: TableRow): void {
  const isEmpty = header.children.map((cell) => textOf(cell).trim() === "");
  if (isEmpty.every(Boolean)) {
    report(file, "Unexpected empty table header, expected a name for each column", header.position);
    return;
  }
  for (const [index, cell] of header.children.entries()) {
    // The corner above the names of the rows may be empty.
    if (index === 0 || !isEmpty[index]) continue;
    report(
      file,
      `Unexpected empty header of column ${index + 1}, expected a name for it`,
      cell.position ?? header.position,
    );
  }
  if (table.children.length === 1) {
    report(file, "Unexpected table without rows, expected at least one below the header", table.position);
  }
}

function reportRow(file: VFile, row: TableRow, width: number): void {
  const cells = countCells(file, row);
  if (cells === width) return;
  const hint =
    cells > width && /[$`]/.test(sourceAt(file, row.position))
      ? "write `\\|` inside code, `\\vert` inside a formula"
      : "";
  const remedy =
    hint || (cells > width ? "what is too much is lost" : "fill in the rest, or leave it empty between `|`");
  report(
    file,
    `Unexpected row of ${cells} ${cells === 1 ? "cell" : "cells"}, expected ${width} as in the header: ${remedy}`,
    row.position,
  );
}

/** Where the line of dashes does not fit the header, GitHub shows bars and dashes as text. */
function reportBroken(file: VFile, paragraph: Paragraph): void {
  const source = sourceAt(file, paragraph.position);
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
        file,
        `Unexpected line of dashes for ${columns} ${columns === 1 ? "column" : "columns"}, expected ${names} as in the header above it: without it, this is no table`,
        placeInNode(file, paragraph, start, start + dashes.length),
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
function countCells(file: VFile, row: TableRow): number {
  const source = sourceAt(file, row.position);
  return source === "" ? row.children.length : cellsIn(source);
}

function cellsIn(line: string): number {
  const source = line.trim();
  const bars = [...source.replace(/\\[\\|]/g, "xx").matchAll(/\|/g)].map((match) => match.index);
  const outer = Number(bars[0] === 0) + Number(bars.length > 1 && bars.at(-1) === source.length - 1);
  return bars.length + 1 - outer;
}
