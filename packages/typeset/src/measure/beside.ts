import { columnBreak } from "../costs.ts";
import { translate } from "../display-list/translate.ts";
import { type Slice, type SliceContent, stackHeight } from "./slice.ts";

/**
 * Joins two stacks that are set side by side to one slice, each starting at its top. Backgrounds are those of the first
 * slice on the left; other backgrounds are lost, so code and formulas do not belong here.
 */
export function beside(left: readonly Slice[], right: readonly Slice[]): Slice {
  return {
    height: Math.max(stackHeight(left), stackHeight(right)),
    gap: left[0]?.gap ?? 0,
    breakCost: columnBreak.forbidden,
    content: [...stacked(left), ...stacked(right)],
    backgrounds: left[0]?.backgrounds ?? [],
  };
}

function stacked(slices: readonly Slice[]): SliceContent[] {
  let y = 0;
  return slices.flatMap((slice, index) => {
    if (index > 0) y += slice.gap;
    const top = y;
    y += slice.height;
    return slice.content.map((content) => ({ ...content, drawings: translate(content.drawings, 0, top) }));
  });
}
