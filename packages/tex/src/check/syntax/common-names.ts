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

/** Commands that an author is likely to mean: those that this package reads. */
export const COMMON_NAMES: readonly string[] = [
  ...["\\sqrt", "\\left", "\\right", "\\begin", "\\end", "\\underbrace", "\\overbrace"],
  ...[FRACTIONS, BINOMIALS, LETTERS, FUNCTIONS, FONTS, ACCENTS, GAPS].flatMap((names) => [...names]),
  ...[...OPERATORS, ...RELATIONS].filter((name) => name.startsWith("\\")),
];
