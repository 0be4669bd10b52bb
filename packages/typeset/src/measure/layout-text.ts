import type { Token } from "../inline/tokens.ts";
import type { Atom, AtomCluster, TypeStyle } from "./atom.ts";
import { breakLines } from "./break-lines.ts";
import type { MeasureContext } from "./measure-context.ts";
import { measureTokens } from "./measure-tokens.ts";

/** A paragraph in lines. */
export interface TextLayout {
  readonly lines: readonly LineLayout[];
  readonly height: number;
  /** Width of the widest line. */
  readonly width: number;
}

export interface LineLayout {
  readonly atoms: readonly Atom[];
  readonly width: number;
  readonly height: number;
  /** Baseline, from the top of the line. */
  readonly baseline: number;
}

/** Height of a line of text above and below the baseline, in units of its size. */
const ascent = 0.78;
const descent = 0.26;

/** Least space between a tall formula and the neighbouring line, in units of the size. */
const clearance = 0.14;

/** Lays out tokens in lines no wider than `width`. */
export function layoutText(
  tokens: readonly Token[],
  width: number,
  type: TypeStyle,
  leading: number,
  context: MeasureContext,
): TextLayout {
  const clusters = measureTokens(tokens, type, width, context);
  const lines = breakLines(clusters, width).map(({ from, to, width: lineWidth }) =>
    layoutLine(clusters.slice(from, to), lineWidth, type, leading),
  );
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  return { lines, height, width: Math.max(0, ...lines.map((line) => line.width)) };
}

function layoutLine(clusters: readonly AtomCluster[], width: number, { size }: TypeStyle, leading: number): LineLayout {
  const atoms = clusters.flatMap((cluster, index) =>
    index === 0 ? cluster.atoms : [...cluster.spaceAtoms, ...cluster.atoms],
  );
  let [above, below] = [size * ascent, size * descent];
  for (const atom of atoms) {
    if (atom.kind !== "math") continue;
    above = Math.max(above, atom.part.height * atom.size);
    below = Math.max(below, atom.part.depth * atom.size);
  }
  const height = Math.max(size * leading, above + below + size * clearance);
  return { atoms, width, height, baseline: (height - above - below) / 2 + above };
}
