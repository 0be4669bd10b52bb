import type { Note, NoteType } from "./collection.ts";
import { parseTemplate, showsField, walkTemplate } from "./template.ts";

/** The largest number of a cloze card in Anki. */
export const maxCloze = 500;

/** Fields that every note has without declaring them. */
export const specialFields = ["Tags", "Type", "Deck", "Subdeck", "CardFlag", "Card", "FrontSide"];

type NoteContent = Pick<Note, "fields" | "tags">;

/** Compiles a note type to the question "which cards does this note have?": template positions for a standard note
 *  type, numbers minus 1 for a cloze.
 *  @throws {TemplateError} */
export function compileCardOrds(noteType: NoteType): (note: NoteContent) => number[] {
  const fields = noteType.fields.map((field) => field.name);
  const questions = noteType.templates.map((template) => parseTemplate(template.question));
  if (noteType.kind === "cloze") {
    const clozes = new Set<number>();
    for (const node of walkTemplate(questions[0] ?? [])) {
      if (node.type === "field" && node.filters.includes("cloze")) clozes.add(fields.indexOf(node.name));
    }
    return (note) => {
      const numbers = new Set<number>();
      for (const position of clozes)
        for (const number of clozeNumbers(note.fields[position] ?? "")) numbers.add(number);
      return [...numbers]
        .filter((number) => number >= 1 && number <= maxCloze)
        .map((number) => number - 1)
        .sort((a, b) => a - b);
    };
  }
  return (note) => {
    const filled = filledFields(fields, note);
    return questions.flatMap((question, ord) => (showsField(question, (name) => filled.has(name)) ? [ord] : []));
  };
}

/** Numbers of the closed `{{c1::…}}` in a field, ascending. An unclosed one hides those inside it. */
export function clozeNumbers(field: string): number[] {
  const found = new Set<number>();
  const open: Set<number>[] = [];
  for (const [token, list] of field.matchAll(/\{\{c([\d,]+)::|\}\}/g)) {
    if (token !== "}}") {
      open.push(new Set((list ?? "").split(",").filter(Boolean).map(Number)));
      continue;
    }
    const closed = open.pop();
    const outer = open.at(-1) ?? found;
    for (const number of closed ?? []) outer.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

function filledFields(names: readonly string[], note: NoteContent): Set<string> {
  const filled = new Set(specialFields.filter((name) => name !== "FrontSide" && name !== "Tags"));
  if ((note.tags ?? []).length > 0) filled.add("Tags");
  names.forEach((name, index) => {
    if (!isEmptyField(note.fields[index] ?? "")) filled.add(name);
  });
  return filled;
}

/** Anki treats a field of only white space, `<br>` and `<div>` as empty. */
export function isEmptyField(html: string): boolean {
  return /^(?:[ \t\n\v\f\r]|<\/?(?:br|div) ?\/?>)*$/i.test(html);
}
