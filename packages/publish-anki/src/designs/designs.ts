import { type Item, unreachable } from "@high-recall/core";
import type { NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";
import { cloze } from "./cloze.ts";
import { code } from "./code.ts";
import { formula } from "./formula.ts";
import { pitfall } from "./pitfall.ts";
import { question } from "./question.ts";
import { term } from "./term.ts";

/** All note types: one for each kind of item that is asked, and one for marks. */
export const noteDesigns: readonly NoteDesign[] = [question, formula, code, term, pitfall, cloze];

/** The note type of an item and its fields by name; undefined for a kind without cards. */
export function fillNote(item: Item, draw: Draw): { design: NoteDesign; fields: Record<string, string> } | undefined {
  switch (item.kind) {
    case "question":
      return { design: question, fields: question.fill(item, draw) };
    case "formula":
      return { design: formula, fields: formula.fill(item, draw) };
    case "code":
      return { design: code, fields: code.fill(item, draw) };
    case "term":
      return { design: term, fields: term.fill(item, draw) };
    case "pitfall":
      return { design: pitfall, fields: pitfall.fill(item, draw) };
    case "guide":
    case "path":
      return undefined;
    default:
      return unreachable(item);
  }
}
