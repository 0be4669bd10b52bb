import type { Graphic } from "../drawing.ts";
import type { FaultList, Place } from "../fault.ts";

/**
 * Makes graphics transparent as one picture. Print draws them one by one, so this works only for graphics without
 * overlapping parts: one outline, or text.
 */
export function withOpacity(graphics: readonly Graphic[], opacity: number, place: Place, faults: FaultList): Graphic[] {
  if (opacity === 1) return [...graphics];
  if (opacity === 0) return [];
  if (!isFlat(graphics)) {
    const reason = "`opacity` of several shapes together is not printed: write it, or `fill-opacity`, on each of them";
    faults.unreadable(reason, place);
  }
  return graphics.map((graphic) => thinned(graphic, opacity));
}

/** Whether no part can overlap another. */
function isFlat(graphics: readonly Graphic[]): boolean {
  if (graphics.every(({ kind }) => kind === "text")) return true;
  const [only] = graphics;
  if (!only || graphics.length > 1) return false;
  if (only.kind === "group") return isFlat(only.graphics);
  if (only.kind !== "outline") return true;
  const { fill, stroke } = only;
  return !fill || !stroke || (fill.opacity === 1 && stroke.opacity === 1);
}

function thinned(graphic: Graphic, opacity: number): Graphic {
  switch (graphic.kind) {
    case "outline":
      return { ...graphic, opacity: graphic.opacity * opacity };
    case "text":
      return {
        ...graphic,
        runs: graphic.runs.map((run) =>
          run.ink ? { ...run, ink: { ...run.ink, opacity: run.ink.opacity * opacity } } : run,
        ),
      };
    case "group":
      return { ...graphic, graphics: graphic.graphics.map((each) => thinned(each, opacity)) };
    default:
      return unknownGraphic(graphic);
  }
}

function unknownGraphic(graphic: never): never {
  throw new Error(`Unknown graphic ${JSON.stringify(graphic)}`);
}
