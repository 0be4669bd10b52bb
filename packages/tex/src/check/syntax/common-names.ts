import {
  ACCENTS,
  BINOMIALS,
  FONTS,
  FRACTIONS,
  FUNCTIONS,
  GAPS,
  LETTERS,
  OPERATORS,
  RELATIONS,
} from "../../parse/tables.ts";

/** Commands that a writer of formulas is likely to have meant: what this package reads. */
export const COMMON_NAMES: readonly string[] = [
  ...["\\sqrt", "\\left", "\\right", "\\begin", "\\end", "\\underbrace", "\\overbrace"],
  ...[FRACTIONS, BINOMIALS, LETTERS, FUNCTIONS, FONTS, ACCENTS, GAPS].flatMap((names) => [...names]),
  ...[...OPERATORS, ...RELATIONS].filter((name) => name.startsWith("\\")),
];
