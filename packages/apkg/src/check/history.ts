import type { NoteTypeJson } from "../note-type-json.ts";
import { noteTypeFromJson } from "../note-type-json.ts";
import type { NoteRow, OpenPackage } from "../open-package.ts";
import { type Check, placeOf } from "./fault.ts";
import { noteTypesById } from "./note-types.ts";

/** Invariants between a release and the one before it. */
export const historyChecks = {
  "guid-kept": {
    why: "Anki never deletes a note on import: a retired one must stay and say so",
    *find({ opened, previous }) {
      const guids = new Set(opened.notes.map((note) => note.guid));
      for (const note of previous?.notes ?? []) {
        if (!guids.has(note.guid)) yield { where: placeOf(note), what: "was in the last release and is gone" };
      }
    },
  },
  "mod-follows-content": {
    why: "A note updates only when its `mod` grew; when it grew for nothing, the learner's own tags are lost",
    *find({ opened, previous }) {
      for (const [before, after] of pairs(previous?.notes, opened.notes, (note) => note.guid)) {
        const changed = contentOf(before) !== contentOf(after);
        if (changed && after.mod <= before.mod) {
          yield { where: placeOf(after), what: `changed, but its mod did not grow (${before.mod} -> ${after.mod})` };
        }
        if (!changed && after.mod !== before.mod) {
          yield { where: placeOf(after), what: `did not change, but its mod did (${before.mod} -> ${after.mod})` };
        }
      }
    },
  },
  "note-type-kept": {
    why: "With another id, kind, or other fields or templates, Anki calls every note a conflict and updates none",
    *find({ opened, previous }) {
      const now = noteTypesById(opened);
      for (const before of previous?.noteTypes.values() ?? []) {
        const after = now.get(before.id);
        const where = `note type ${JSON.stringify(before.name)}`;
        if (after === undefined) yield { where, what: `was in the last release as ${before.id} and is gone` };
        else if (schemaOf(before) !== schemaOf(after)) {
          yield { where, what: "its kind, or the ids of its fields and templates, are not those of the last release" };
        }
      }
    },
  },
  "note-type-mod": {
    why: "Learners get new templates and CSS only when the note type's `mod` grew",
    *find({ opened, previous }) {
      for (const [before, after] of pairs(previous?.noteTypes.values(), opened.noteTypes.values(), (type) => type.id)) {
        const where = `note type ${JSON.stringify(after.name)}`;
        const changed = textOf(before) !== textOf(after);
        if (changed && after.mod <= before.mod) yield { where, what: "its text changed, but its mod did not grow" };
        if (!changed && after.mod !== before.mod) yield { where, what: "its text did not change, but its mod did" };
      }
    },
  },
  "deck-kept": {
    why: "Anki matches decks by name: a renamed deck appears beside the old one",
    *find({ opened, previous }) {
      const names = new Set([...opened.decks.values()].map((deck) => deck.name));
      for (const deck of previous?.decks.values() ?? []) {
        if (!names.has(deck.name)) {
          yield { where: `deck ${JSON.stringify(deck.name)}`, what: "was in the last release and is gone" };
        }
      }
    },
  },
  "media-kept": {
    why: "Anki keeps the file it already has under a name",
    *find({ opened, previous }) {
      const now = mediaOf(opened);
      for (const [name, before] of previous === undefined ? [] : mediaOf(previous)) {
        const after = now.get(name);
        if (after !== undefined && !isEqual(before, after)) {
          yield { where: `media file ${JSON.stringify(name)}`, what: "has other bytes than in the last release" };
        }
      }
    },
  },
} satisfies Record<string, Check>;

function pairs<T, K>(before: Iterable<T> | undefined, after: Iterable<T>, key: (part: T) => K): [T, T][] {
  const old = new Map([...(before ?? [])].map((part) => [key(part), part]));
  return [...after].flatMap((part): [T, T][] => {
    const other = old.get(key(part));
    return other === undefined ? [] : [[other, part]];
  });
}

function contentOf(note: NoteRow): string {
  return JSON.stringify([note.mid, note.flds, note.tags]);
}

function schemaOf(noteType: NoteTypeJson): string {
  const ids = (parts: readonly { readonly id: unknown }[]) => parts.map((part) => String(part.id)).join(" ");
  return [noteType.type, ids(noteType.flds), ids(noteType.tmpls)].join("; ");
}

function textOf(noteType: NoteTypeJson): string {
  return JSON.stringify({ ...noteTypeFromJson(noteType), modified: 0 }, (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

function mediaOf(opened: OpenPackage): Map<string, Uint8Array> {
  return new Map([...opened.mediaNames].map(([key, name]) => [name, opened.files.get(key) ?? new Uint8Array()]));
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
