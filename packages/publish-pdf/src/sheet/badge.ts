import type { Kind } from "@high-recall/core";
import { type Drawing, drawLabel, type Label, labelWidth, type MeasureContext } from "@high-recall/typeset";

/** Size of a badge in points. */
export const badgeSize = 8.4;

const signs: Readonly<Record<Kind, string>> = {
  question: "?",
  formula: "ƒ",
  code: "{ }",
  term: "T",
  pitfall: "!",
  guide: "☞",
  path: "→",
};

/** What a badge stands for, for the legend. */
export const badgeNames: Readonly<Record<Kind, string>> = {
  question: "question",
  formula: "formula",
  code: "code",
  term: "term",
  pitfall: "pitfall",
  guide: "guide",
  path: "path",
};

/** The sign of a kind; its outline alone tells kinds apart in grey. `x` and `y` are its top left corner. */
export function drawBadge(kind: Kind, x: number, y: number, { theme, fonts }: MeasureContext): Drawing[] {
  const ink = theme.heading;
  const middle = badgeSize / 2;
  const sign = (size: number, colour: string = ink): Drawing[] => {
    const label: Label = { text: signs[kind], face: "sans-bold", size, colour };
    const left = x + middle - labelWidth(label, fonts) / 2;
    return drawLabel(label, left, y + middle + size * 0.34, badgeSize * 2, fonts);
  };
  const box = { x: x + 0.35, y: y + 0.35, width: badgeSize - 0.7, height: badgeSize - 0.7 };
  switch (kind) {
    case "question":
      return [{ kind: "rectangle", ...box, radius: box.width / 2, stroke: ink, thickness: 0.7 }, ...sign(6)];
    case "formula":
      return [{ kind: "rectangle", ...box, fill: ink }, ...sign(6.6, "#ffffff")];
    case "term": {
      const line = (at: number): Drawing => ({
        ...{ kind: "line", from: [x + 0.5, at], to: [x + badgeSize - 0.5, at], thickness: 0.7, colour: ink },
      });
      return [line(y + 0.4), ...sign(6.2), line(y + badgeSize - 0.4)];
    }
    case "pitfall":
      return [{ kind: "rectangle", ...box, stroke: ink, thickness: 0.7 }, ...sign(6.4)];
    case "code":
    case "guide":
    case "path":
      return sign(6.4);
  }
}
