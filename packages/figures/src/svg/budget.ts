import type { FaultList, Place } from "../fault.ts";
import { limits } from "../limits.ts";
import { tooManyElements } from "../xml.ts";

/** The remaining budget for drawing. Each method spends some of it, and stops reading when none is left. */
export interface Budget {
  element(place: Place): void;
  segments(count: number, place: Place): void;
  text(count: number, place: Place): void;
  styling(steps: number): void;
}

/** @param root what to blame for style sheets that are too large */
export function budgetOf(faults: FaultList, root: Place): Budget {
  const left: Record<"elements" | "segments" | "text" | "styling", number> = {
    elements: limits.elements,
    segments: limits.segments,
    text: limits.text,
    styling: limits.styling,
  };
  const spend = (kind: keyof typeof left, count: number, reason: string, place: Place) => {
    left[kind] -= count;
    if (left[kind] < 0) faults.stop(reason, place);
  };
  return {
    element: (place) => spend("elements", 1, tooManyElements, place),
    segments: (count, place) => spend("segments", count, tooManySegments, place),
    text: (count, place) => spend("text", count, tooMuchText, place),
    styling: (steps) => spend("styling", steps, tooMuchStyling, root),
  };
}

const most = (count: number) => count.toLocaleString("en");
const tooManySegments = `The drawing has more than ${most(limits.segments)} lines and curves: save it with fewer points`;
const tooMuchText = `The drawing has more than ${most(limits.text)} characters of text: shorten it`;
const tooMuchStyling = "The style sheets have too many rules for this many elements: use fewer of both";
