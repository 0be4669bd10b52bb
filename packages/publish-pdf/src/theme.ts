import type { Scope } from "@high-recall/core";
import { tint } from "./paint/colour.ts";

/** Colours of one product. All are `#rrggbb`. */
export interface Palette {
  readonly isGrey: boolean;
  readonly text: string;
  readonly heading: string;
  readonly quiet: string;
  readonly rule: string;
  readonly link: string;
  readonly codeGround: string;
  readonly stripe: string;
  /** Colour of a topic, by its place in the edition. */
  topic(index: number): string;
}

/** Dark enough for white text (contrast at least 4.5), far enough apart to be told from each other. */
const topicColours = [
  "#1d5fa8",
  "#a2491b",
  "#2a7a4b",
  "#6f3f9e",
  "#8f2d56",
  "#0f7173",
  "#7a6112",
  "#48509e",
  "#a03030",
  "#4d6b1f",
  "#1f6f8b",
  "#7d4a2d",
];

/** The palette for an ink; black and white has greys alone, and what differs in colour differs in weight or slope too. */
export function palette(ink: "colour" | "bw"): Palette {
  if (ink === "bw") {
    return {
      isGrey: true,
      text: "#000000",
      heading: "#000000",
      quiet: "#4d4d4d",
      rule: "#b0b0b0",
      link: "#000000",
      codeGround: "#f2f2f2",
      stripe: "#f4f4f4",
      topic: () => "#333333",
    };
  }
  return {
    isGrey: false,
    text: "#1b1f24",
    heading: "#10151b",
    quiet: "#5b6570",
    rule: "#c9ced4",
    link: "#1f4f9e",
    codeGround: "#f5f6f8",
    stripe: "#f6f7f8",
    topic: (index) => topicColours[index % topicColours.length] ?? "#333333",
  };
}

/** How a token of code looks. Weight and slope carry the meaning where there is no colour. */
export interface CodeStyle {
  readonly face: "mono" | "mono-bold" | "mono-italic";
  readonly colour: string;
}

const scopes: Readonly<Record<Scope, CodeStyle>> = {
  comment: { face: "mono-italic", colour: "#6a737d" },
  string: { face: "mono", colour: "#22703a" },
  number: { face: "mono", colour: "#9a4a00" },
  constant: { face: "mono-bold", colour: "#a0185c" },
  keyword: { face: "mono-bold", colour: "#8b1a6b" },
  operator: { face: "mono", colour: "#44505c" },
  function: { face: "mono", colour: "#1d5fa8" },
  type: { face: "mono", colour: "#6f3f9e" },
  variable: { face: "mono", colour: "#1b1f24" },
  punctuation: { face: "mono", colour: "#44505c" },
};
const greys: Partial<Readonly<Record<Scope, string>>> = { comment: "#4d4d4d", string: "#333333" };

/** The look of a token of that scope. */
export function codeStyle(scope: Scope | undefined, colours: Palette): CodeStyle {
  if (!scope) return { face: "mono", colour: colours.text };
  const style = scopes[scope];
  return colours.isGrey ? { ...style, colour: greys[scope] ?? "#000000" } : style;
}

/** The ground behind a formula or a table's head in the colour of its topic. */
export function groundOf(accent: string, colours: Palette, share: number): string {
  return tint(accent, colours.isGrey ? share * 1.1 : share);
}
