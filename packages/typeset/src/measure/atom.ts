import type { Face } from "../fonts/face.ts";
import type { InlineStyle } from "../inline/tokens.ts";
import type { FormulaPart } from "../math/formula.ts";
import type { Cluster } from "./break-lines.ts";

/** What a line is made of, measured. */
export type Atom = TextAtom | MathAtom;

export interface TextAtom {
  readonly kind: "text";
  readonly face: Face;
  readonly text: string;
  readonly size: number;
  readonly width: number;
  readonly style: InlineStyle;
  readonly isSpace: boolean;
}

export interface MathAtom {
  readonly kind: "math";
  readonly part: FormulaPart;
  readonly tex: string;
  /** Number of the formula in its paragraph; its parts share it. */
  readonly number: number;
  readonly isFirstPart: boolean;
  readonly size: number;
  readonly width: number;
  readonly style: InlineStyle;
}

/** Atoms that stay on one line. */
export interface AtomCluster extends Cluster {
  readonly atoms: readonly Atom[];
  /** The space before, drawn when the cluster is not first on its line. */
  readonly spaceAtoms: readonly TextAtom[];
}

/** Type for running text: its size and weight. */
export interface TypeStyle {
  readonly size: number;
  readonly weight: "regular" | "semibold" | "bold";
  readonly isItalic?: boolean;
}

/** Atoms as one cluster, after a space and with the cost of ending a line before it. */
export function clusterOf(atoms: readonly Atom[], spaceAtoms: readonly TextAtom[], penalty: number): AtomCluster {
  const sum = (list: readonly Atom[]) => list.reduce((total, atom) => total + atom.width, 0);
  return { atoms, spaceAtoms, width: sum(atoms), space: sum(spaceAtoms), isForced: false, penalty };
}
