import type { NoteDesign } from "../design.ts";
import { aloud } from "./aloud.ts";
import { cloze } from "./cloze.ts";
import { code } from "./code.ts";
import { figure } from "./figure.ts";
import { followUp } from "./follow-up.ts";
import { formula } from "./formula.ts";
import { pitfall } from "./pitfall.ts";
import { question } from "./question.ts";
import { term } from "./term.ts";

/** All note types: one for each kind of item that is asked, and one for each kind of part. */
export const noteDesigns: readonly NoteDesign[] = [
  ...[question, formula, code, term, pitfall],
  ...[followUp, cloze, figure, aloud],
];
