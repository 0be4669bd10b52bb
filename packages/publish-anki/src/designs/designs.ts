import { type Item, unreachable } from "@high-recall/core";
import type { Design, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";
import { cloze } from "./cloze.ts";
import { code } from "./code.ts";
import { formula } from "./formula.ts";
import { pitfall } from "./pitfall.ts";
import { question } from "./question.ts";
import { term } from "./term.ts";

/** One note type for each kind of item that is asked. */
export const designs: readonly Omit<Design, "fill">[] = [question, formula, code, term, pitfall];

/** All note types: those, and that of the marks of an item of any kind. */
export const noteDesigns: readonly NoteDesign[] = [...designs, cloze];

/** What an item's note holds, by field; nothing for a kind that is read and not asked. */
export function fillNote(item: Item, draw: Draw): { kind: Item["kind"]; own: Record<string, string> } | undefined {
  switch (item.kind) {
    case "question":
      return { kind: item.kind, own: question.fill(item, draw) };
    case "formula":
      return { kind: item.kind, own: formula.fill(item, draw) };
    case "code":
      return { kind: item.kind, own: code.fill(item, draw) };
    case "term":
      return { kind: item.kind, own: term.fill(item, draw) };
    case "pitfall":
      return { kind: item.kind, own: pitfall.fill(item, draw) };
    case "guide":
    case "path":
      return undefined;
    default:
      return unreachable(item);
  }
}
