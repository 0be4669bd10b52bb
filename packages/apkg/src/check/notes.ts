import { checksum, codePoint, controlCharacter, fieldSeparator, stripHtml } from "../field-text.ts";
import { faultOfTag } from "../tag-fault.ts";
import { type Check, placeOf } from "./fault.ts";
import { noteTypesById } from "./note-types.ts";

export const noteChecks = {
  "guid-unique": {
    why: "Anki matches notes by guid: of two with one guid it keeps one",
    *find({ opened }) {
      const seen = new Set<string>();
      for (const note of opened.notes) {
        if (seen.has(note.guid)) yield { where: placeOf(note), what: "another note has the same guid" };
        if (note.guid.trim() === "") yield { where: `note ${note.id}`, what: "has no guid" };
        seen.add(note.guid);
      }
    },
  },
  "note-type-exists": {
    why: "Anki aborts the whole import",
    *find({ opened }) {
      const noteTypes = noteTypesById(opened);
      for (const note of opened.notes) {
        if (!noteTypes.has(note.mid)) yield { where: placeOf(note), what: `its note type ${note.mid} is not there` };
      }
    },
  },
  "field-count": {
    why: "Anki aborts the whole import",
    *find({ opened }) {
      const noteTypes = noteTypesById(opened);
      for (const note of opened.notes) {
        const expected = noteTypes.get(note.mid)?.flds.length;
        const found = note.flds.split(fieldSeparator).length;
        if (expected !== undefined && found !== expected) {
          yield { where: placeOf(note), what: `has ${found} fields, its note type ${expected}` };
        }
      }
    },
  },
  "field-text": {
    why: "Anki brings fields to NFC, so a note that is not would differ for ever; control characters show as boxes",
    *find({ opened }) {
      for (const note of opened.notes) {
        if (note.flds.normalize("NFC") !== note.flds)
          yield { where: placeOf(note), what: "a field is not in form NFC" };
        const control = controlCharacter.exec(note.flds.replaceAll(fieldSeparator, ""));
        if (control !== null) yield { where: placeOf(note), what: `a field holds ${codePoint(control[0])}` };
      }
    },
  },
  "sort-field": {
    why: "Older clients search and find duplicates by the stripped sort field and the checksum of the first field",
    *find({ opened }) {
      const noteTypes = noteTypesById(opened);
      for (const note of opened.notes) {
        const fields = note.flds.split(fieldSeparator);
        const sorted = stripHtml(fields[noteTypes.get(note.mid)?.sortf ?? 0] ?? "");
        if (!isStoredAs(sorted, note.sfld)) {
          yield {
            where: placeOf(note),
            what: `its sfld is ${JSON.stringify(note.sfld)}, expected ${JSON.stringify(sorted)}`,
          };
        }
        const sum = checksum(stripHtml(fields[0] ?? ""));
        if (note.csum !== sum) yield { where: placeOf(note), what: `its csum is ${note.csum}, expected ${sum}` };
      }
    },
  },
  tags: {
    why: "Anki splits tags at spaces, and gives `marked` and `leech` a meaning of its own",
    *find({ opened }) {
      for (const note of opened.notes) {
        if (note.tags !== "" && !/^ .* $/s.test(note.tags)) {
          yield { where: placeOf(note), what: "its tags have no space at both ends, so searches miss them" };
        }
        for (const tag of note.tags.split(" ").filter(Boolean)) {
          const fault = faultOfTag(tag);
          if (fault !== undefined) yield { where: placeOf(note), what: `its tag ${JSON.stringify(tag)} ${fault}` };
        }
      }
    },
  },
} satisfies Record<string, Check>;

/** SQLite stores text that looks like a number as the number: `007` as 7. */
function isStoredAs(text: string, stored: string): boolean {
  return stored === text || (text.trim() !== "" && Number(stored) === Number(text));
}
