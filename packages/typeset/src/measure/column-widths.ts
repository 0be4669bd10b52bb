import type { Token } from "../inline/tokens.ts";
import type { AtomCluster, TypeStyle } from "./atom.ts";
import { saveLines } from "./fewer-lines.ts";
import type { MeasureContext } from "./measure-context.ts";
import { measureTokens } from "./measure-tokens.ts";
import { splitAtJoints } from "./split-long-words.ts";

/** Padding left and right of a cell, in units of the text size. */
export const sidePadding = 0.3;

export function cellType(size: number, row: number): TypeStyle {
  return { size, weight: row === 0 ? "semibold" : "regular" };
}

/**
 * Chooses the widths of columns, padding included; undefined if words would have to break. With `atJoints`, words may
 * break after joints such as `/`, `_` or `.`.
 */
export function fitColumnWidths(
  cells: readonly (readonly Token[][])[],
  width: number,
  size: number,
  words: "whole" | "atJoints",
  context: MeasureContext,
): number[] | undefined {
  const count = cells[0]?.length ?? 0;
  const padding = 2 * sidePadding * context.size;
  const most = new Array<number>(count).fill(0);
  const least = new Array<number>(count).fill(0);
  /** Like `least`, with short formulas on one line. */
  const unbroken = new Array<number>(count).fill(0);
  const measured = cells.map((row, index) =>
    row.map((tokens) => measureTokens(tokens, cellType(size, index), Number.POSITIVE_INFINITY, context)),
  );
  for (const row of measured) {
    for (const [column, clusters] of row.entries()) {
      const whole = clusters.reduce((sum, cluster, index) => sum + cluster.width + (index > 0 ? cluster.space : 0), 0);
      const widest = Math.max(
        0,
        ...clusters.map((cluster) => (words === "whole" ? cluster.width : partWidth(cluster, context))),
      );
      most[column] = Math.max(most[column] ?? 0, whole + padding + 0.1);
      least[column] = Math.max(least[column] ?? 0, widest + padding + 0.1);
      const wholeFormulas = widestFormula(clusters, shortFormula * size);
      unbroken[column] = Math.max(unbroken[column] ?? 0, least[column] ?? 0, wholeFormulas + padding + 0.1);
    }
  }
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  const [wanted, needed] = [sum(most), sum(least)];
  if (wanted <= width) return most.map((each) => (each * width) / wanted);
  if (needed > width) return undefined;
  const floor = sum(unbroken) <= width ? unbroken : least;
  return saveLines(measured, shareOut(floor, most, width), floor, padding);
}

/** Formulas up to this width in em stay on one line of a cell if possible. */
const shortFormula = 12;

/** Width of the widest formula that is no wider than `most`. */
function widestFormula(clusters: readonly AtomCluster[], most: number): number {
  let widest = 0;
  let width = 0;
  for (const cluster of clusters) {
    const [first] = cluster.atoms;
    width = first?.kind === "math" && !first.isFirstPart ? width + cluster.width : cluster.width;
    if (width <= most) widest = Math.max(widest, width);
  }
  return widest;
}

/** Width of the widest unbreakable part of a cluster. */
function partWidth({ atoms }: AtomCluster, context: MeasureContext): number {
  const widths = atoms.flatMap((atom) => {
    if (atom.kind === "math") return [atom.width];
    return splitAtJoints(atom.text).map((part) => context.fonts.runWidth(atom.face, part) * atom.size);
  });
  return Math.max(0, ...widths);
}

/** Shares the width so that the longest columns wrap about as often as the others. */
function shareOut(least: readonly number[], most: readonly number[], width: number): number[] {
  let [low, high] = [0, Math.max(...most)];
  const at = (limit: number) => least.map((min, index) => Math.max(min, Math.min(most[index] ?? min, limit)));
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) <= width) low = middle;
    else high = middle;
  }
  const widths = at(low);
  const spare = (width - sum(widths)) / widths.length;
  return widths.map((each) => each + spare);
}
