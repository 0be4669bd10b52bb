import type { Face } from "../fonts/face.ts";
import type { InlineStyle } from "../inline/tokens.ts";
import type { FormulaPart } from "../math/formula.ts";
import type { Cluster } from "./break-lines.ts";

/** A measured piece of a line. */
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

/** Atoms between two break opportunities. */
export interface AtomCluster extends Cluster {
  readonly atoms: readonly Atom[];
  /** Space before it, drawn unless the cluster starts its line. */
  readonly spaceAtoms: readonly TextAtom[];
}

/** Size, weight and slope of running text. */
export interface TypeStyle {
  readonly size: number;
  readonly weight: "regular" | "semibold" | "bold";
  readonly isItalic?: boolean;
}

/** Joins atoms to a cluster. `penalty` is that of a line break before it. */
export function clusterOf(atoms: readonly Atom[], spaceAtoms: readonly TextAtom[], penalty: number): AtomCluster {
  const sum = (list: readonly Atom[]) => list.reduce((total, atom) => total + atom.width, 0);
  return { atoms, spaceAtoms, width: sum(atoms), space: sum(spaceAtoms), isForced: false, penalty };
}
