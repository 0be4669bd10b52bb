import { lineBreak } from "../costs.ts";
import { type Atom, type AtomCluster, clusterOf, type TextAtom } from "./atom.ts";
import type { MeasureContext } from "./measure-context.ts";

/**
 * Splits a cluster that is wider than a line: after joints such as `/`, `_` or `.`, else between any two characters.
 */
export function splitLong(whole: AtomCluster, width: number, context: MeasureContext): AtomCluster[] {
  const out: AtomCluster[] = [];
  let atoms: Atom[] = [];
  let used = 0;
  const close = () => {
    if (atoms.length === 0) return;
    const isFirst = out.length === 0;
    out.push(clusterOf(atoms, isFirst ? whole.spaceAtoms : [], isFirst ? whole.penalty : lineBreak.insideWord));
    atoms = [];
    used = 0;
  };
  for (const atom of whole.atoms) {
    for (const piece of atom.kind === "text" ? cutText(atom, width, context) : [atom]) {
      if (used + piece.width > width) close();
      atoms.push(piece);
      used += piece.width;
    }
  }
  close();
  return out.map((cluster, index) => (index === out.length - 1 ? { ...cluster, isForced: whole.isForced } : cluster));
}

/** Parts of a word, split at joints if possible, none wider than `width`. */
function cutText(atom: TextAtom, width: number, context: MeasureContext): TextAtom[] {
  const measured = (text: string): TextAtom => ({
    ...atom,
    text,
    width: context.fonts.runWidth(atom.face, text) * atom.size,
  });
  return splitAtJoints(atom.text).flatMap((part): TextAtom[] => {
    const piece = measured(part);
    if (piece.width <= width) return [piece];
    const cut: TextAtom[] = [];
    let text = "";
    let used = 0;
    for (const character of part) {
      const advance = measured(character).width;
      if (used + advance > width && text) {
        cut.push(measured(text));
        text = "";
        used = 0;
      }
      text += character;
      used += advance;
    }
    if (text) cut.push(measured(text));
    return cut;
  });
}

/** Parts of a word, each ending with a joint such as `/`, `_` or `.`, where a line may end if it must. */
export function splitAtJoints(word: string): string[] {
  return word.split(/(?<=[/_.,;:=&?#()[\]{}-])/);
}
