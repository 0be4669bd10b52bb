import type { Scope } from "@high-recall/core";
import type { CodeStyle, Theme } from "@high-recall/typeset";

/** Dark enough for white text (contrast at least 4.5), and easy to tell apart. */
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
  "#33475b",
  "#b0325f",
  "#2f5d50",
  "#5b3a8c",
];

/** Colour of a topic, by its number in the edition, from 1. */
export function topicColour(ink: Ink, number: number): string {
  return ink === "bw" ? "#333333" : (topicColours[(number - 1) % topicColours.length] as string);
}

/** Ink of a product; `bw` prints in greys only, and what differs in colour differs in weight or slope too. */
export type Ink = "colour" | "bw";

/** The theme for an ink. */
export function themeOf(ink: Ink): Theme {
  return ink === "bw" ? greyTheme : colourTheme;
}

/** Weight and slope distinguish tokens where there is no colour. */
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

const colourTheme: Theme = {
  isGrey: false,
  text: "#1b1f24",
  heading: "#10151b",
  quiet: "#5b6570",
  rule: "#c9ced4",
  link: "#1f4f9e",
  codeBackground: "#f5f6f8",
  inlineCodeBackground: "#eceff3",
  stripe: "#f6f7f8",
  code: (scope) => (scope ? scopes[scope] : { face: "mono", colour: "#1b1f24" }),
};

const greyTheme: Theme = {
  isGrey: true,
  text: "#000000",
  heading: "#000000",
  quiet: "#4d4d4d",
  rule: "#b0b0b0",
  link: "#000000",
  codeBackground: "#f2f2f2",
  inlineCodeBackground: "#ebebeb",
  stripe: "#f4f4f4",
  code: (scope) =>
    scope ? { ...scopes[scope], colour: greys[scope] ?? "#000000" } : { face: "mono", colour: "#000000" },
};
