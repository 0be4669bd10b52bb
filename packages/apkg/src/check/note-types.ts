import type { NoteTypeJson } from "../note-type-json.ts";
import type { OpenPackage } from "../open-package.ts";
import { faultsOfTemplate } from "../template-faults.ts";
import type { Check } from "./fault.ts";

export const noteTypeChecks = {
  "field-and-template-ids": {
    why: "With fixed ids a field can be renamed; without them Anki calls the renamed note type a conflict",
    *find({ opened }) {
      for (const noteType of opened.noteTypes.values()) {
        for (const [what, parts] of [
          ["field", noteType.flds],
          ["template", noteType.tmpls],
        ] as const) {
          const ids = new Set<string>();
          for (const part of parts) {
            const where = `note type ${JSON.stringify(noteType.name)}, ${what} ${JSON.stringify(part.name)}`;
            if (typeof part.id !== "number" && typeof part.id !== "bigint") yield { where, what: "has no id" };
            else if (ids.has(String(part.id))) yield { where, what: `has the id ${part.id} of another` };
            ids.add(String(part.id));
          }
        }
      }
    },
  },
  templates: {
    why: "A learner would see an error in the place of the card",
    *find({ opened }) {
      for (const noteType of opened.noteTypes.values()) {
        const kind = noteType.type === 1 ? "cloze" : "standard";
        for (const template of noteType.tmpls) {
          const where = `note type ${JSON.stringify(noteType.name)}, template ${JSON.stringify(template.name)}`;
          for (const what of faultsOfTemplate({ kind, fields: noteType.flds }, template.qfmt, "question")) {
            yield { where, what: `question: ${what}` };
          }
          for (const what of faultsOfTemplate({ kind, fields: noteType.flds }, template.afmt, "answer")) {
            yield { where, what: `answer: ${what}` };
          }
        }
      }
    },
  },
  "template-deck": {
    why: "A deck in a template overrides where a learner wants new cards",
    *find({ opened }) {
      for (const noteType of opened.noteTypes.values()) {
        for (const template of noteType.tmpls) {
          if (template.did === null || template.did === undefined) continue;
          const where = `note type ${JSON.stringify(noteType.name)}, template ${JSON.stringify(template.name)}`;
          yield { where, what: `names deck ${template.did}, expected null` };
        }
      }
    },
  },
} satisfies Record<string, Check>;

export function noteTypesById(opened: OpenPackage): Map<number, NoteTypeJson> {
  return new Map([...opened.noteTypes.values()].map((noteType) => [noteType.id, noteType]));
}
