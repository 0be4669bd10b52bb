import { fieldId, type NoteType, noteTypeId, templateId } from "@high-recall/apkg";
import type { Curriculum, Imprint } from "@high-recall/core";
import { dateOf, type Register, secondsOf } from "@high-recall/release";
import { commonFields, type NoteDesign } from "./design.ts";
import { contentHash } from "./hash.ts";
import { links } from "./links.ts";
import { stylesheetOfCards } from "./stylesheet.ts";

/** Id of the note type of a design in an edition. FROZEN: made of the edition's id and the design's name. */
export function noteTypeIdOf(edition: Pick<Imprint, "id">, design: Pick<NoteDesign, "name">): number {
  return noteTypeId(edition.id, design.name);
}

/** The note type of a design. */
export function noteTypeOf(
  { edition, topics }: Pick<Curriculum, "edition" | "topics">,
  design: NoteDesign,
  register: Register | undefined,
): NoteType {
  const id = noteTypeIdOf(edition, design);
  const content = {
    name: `${edition.title}: ${design.name}`,
    kind: design.form ?? ("standard" as const),
    fields: [...design.fields, ...commonFields].map((name) => ({
      id: fieldId(id, name),
      name: design.renamed?.[name] ?? name,
    })),
    templates: design.templates.map((template) => ({
      id: templateId(id, template.name),
      name: template.name,
      question: inLanguage(edition, template.question),
      answer: inLanguage(edition, template.answer + links(edition)),
    })),
    css: stylesheetOfCards(topics.map((topic) => topic.id)),
  };
  const before = register?.noteTypes[design.name];
  return { id, ...content, modified: dateOf(before, hashOfNoteType({ id, ...content }), secondsOf(edition.date)) };
}

/** Hash of all of a note type that an update replaces, normalised as a package holds it. */
export function hashOfNoteType({ name, kind, fields, templates, css = "" }: Omit<NoteType, "modified">): string {
  const normal = (text: string) => text.normalize("NFC");
  return contentHash([
    normal(name),
    kind,
    fields.map((field) => [String(field.id), normal(field.name)]),
    templates.map((each) => [String(each.id), normal(each.name), normal(each.question), normal(each.answer)]),
    normal(css),
  ]);
}

/** Tells a screen reader which voice to use. A language tag is letters, digits and hyphens, so it needs no escape. */
function inLanguage(edition: Imprint, html: string): string {
  return html.replaceAll("<article ", `<article lang="${edition.language}" `);
}
