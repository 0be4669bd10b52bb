import { fieldId, type NoteType, noteTypeId, templateId } from "@high-recall/apkg";
import type { Imprint } from "@high-recall/core";
import { contentHash, type Dating } from "./dating.ts";
import { commonFields, type Design } from "./design.ts";
import { stylesheetOfCards } from "./stylesheet.ts";

/**
 * Names that fields are shown under, where they are not those of the first release: `"Question/Spare 1": "Diagram"`.
 * Ids are made from the first names, so learners' notes go on matching. Templates use the new name.
 */
const renamed: Readonly<Record<string, string>> = {};

/** Id of the note type of a design in an edition. FROZEN: made of the edition's id and the design's name. */
export function noteTypeIdOf(edition: Pick<Imprint, "id">, design: Pick<Design, "name">): number {
  return noteTypeId(edition.id, design.name);
}

/** The note type of a design. */
export function noteTypeOf(edition: Imprint, design: Omit<Design, "fill">, dating: Dating): NoteType {
  const id = noteTypeIdOf(edition, design);
  const content = {
    name: `${edition.title}: ${design.name}`,
    kind: "standard" as const,
    fields: [...design.fields, ...commonFields].map((name) => ({
      id: fieldId(id, name),
      name: renamed[`${design.name}/${name}`] ?? name,
    })),
    templates: design.templates.map((template) => ({
      id: templateId(id, template.name),
      name: template.name,
      question: inLanguage(edition, template.question),
      answer: inLanguage(edition, template.answer),
    })),
    css: stylesheetOfCards,
  };
  const modified = dating({ type: "note type", key: String(id), name: design.name, hash: contentHash(content) });
  return { id, ...content, modified };
}

/** Tells a screen reader which voice to use. The tag is letters, digits and hyphens, so it needs no escape. */
function inLanguage(edition: Imprint, html: string): string {
  return html.replaceAll("<article ", `<article lang="${edition.language}" `);
}
