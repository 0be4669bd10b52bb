import { specialFields } from "../card-ords.ts";
import type { CompleteNoteType } from "../collection.ts";
import { PackageError } from "../error.ts";
import { faultsOfTemplate } from "../template-faults.ts";
import { refuseBadDate, refuseBadId, refuseBadText, refuseRepeats } from "./refuse.ts";

export function validateNoteTypes(noteTypes: readonly CompleteNoteType[]): void {
  refuseRepeats(noteTypes, placeOfNoteType, (noteType) => String(noteType.id), "the id");
  refuseRepeats(noteTypes, placeOfNoteType, (noteType) => noteType.name.toLowerCase(), "the name");
  for (const noteType of noteTypes) {
    const where = placeOfNoteType(noteType);
    refuseBadText(where, "its name", noteType.name);
    refuseBadText(where, "its CSS", noteType.css);
    if (noteType.name.trim() === "") throw new PackageError(where, "has no name");
    refuseBadId(where, noteType.id);
    refuseBadDate(where, "modified", noteType.modified);
    if (noteType.fields.length === 0) throw new PackageError(where, "has no fields; a note needs one at least");
    if (noteType.templates.length === 0) throw new PackageError(where, "has no templates; add one to make cards");
    if (noteType.kind === "cloze" && noteType.templates.length > 1) {
      throw new PackageError(where, `has ${noteType.templates.length} templates; a cloze note type has one`);
    }
    if (noteType.fields[noteType.sortField] === undefined) {
      throw new PackageError(where, `sorts by field ${noteType.sortField}, but has ${noteType.fields.length} (from 0)`);
    }
    validateFieldNames(noteType, where);
    validateTemplates(noteType, where);
  }
}

function placeOfNoteType(noteType: CompleteNoteType): string {
  return `note type ${JSON.stringify(noteType.name)}`;
}

function validateFieldNames(noteType: CompleteNoteType, owner: string): void {
  const place = (field: { name: string }) => `${owner}, field ${JSON.stringify(field.name)}`;
  refuseRepeats(noteType.fields, place, (field) => field.name.toLowerCase(), "the name");
  refuseRepeats(noteType.fields, place, (field) => String(field.id), "the id");
  for (const field of noteType.fields) {
    const { name } = field;
    const where = place(field);
    refuseBadText(where, "its name", name);
    if (name.trim() !== name || name === "") throw new PackageError(where, "the name is empty or has space at an end");
    const sign = /[:{}"]|^[#^/]/.exec(name);
    if (sign !== null) throw new PackageError(where, `a name with \`${sign[0]}\` cannot be used in a template`);
    if (specialFields.some((special) => special.toLowerCase() === name.toLowerCase())) {
      throw new PackageError(where, `Anki has a field of this name itself; choose another`);
    }
  }
}

function validateTemplates(noteType: CompleteNoteType, owner: string): void {
  const place = (template: { name: string }) => `${owner}, template ${JSON.stringify(template.name)}`;
  refuseRepeats(noteType.templates, place, (template) => template.name.toLowerCase(), "the name");
  refuseRepeats(noteType.templates, place, (template) => String(template.id), "the id");
  refuseRepeats(noteType.templates, place, (template) => template.question, "the question");
  for (const template of noteType.templates) {
    const where = place(template);
    if (template.name.trim() === "") throw new PackageError(where, "has no name");
    for (const side of ["question", "answer"] as const) {
      refuseBadText(where, `its ${side}`, template[side]);
      const faults = faultsOfTemplate(noteType, template[side], side);
      if (faults[0] !== undefined) throw new PackageError(where, `${side}: ${faults[0]}`);
    }
  }
}
