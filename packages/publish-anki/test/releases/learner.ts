import { type CompleteCollection, type CompleteNoteType, compileCardOrds } from "@high-recall/apkg";

/**
 * A learner's collection, and Anki's rules for importing into it, as far as packages without scheduling need them
 * (rslib/src/import_export/package/apkg/import of Anki 26: notes.rs, cards.rs, decks.rs; notetype/merge.rs). The script
 * real-anki/upgrade.py compares these rules with Anki itself.
 */
export interface Learner {
  readonly noteTypes: Map<number, CompleteNoteType>;
  readonly decks: Set<string>;
  readonly notes: Map<string, LearnerNote>;
  readonly media: Map<string, Uint8Array>;
}

export interface LearnerNote {
  readonly noteType: number;
  fields: readonly string[];
  tags: readonly string[];
  /** Seconds since 1970: of the package, or of the learner's last edit. */
  modified: number;
  /** By position of the template. */
  readonly cards: Map<number, LearnerCard>;
}

export interface LearnerCard {
  deck: string;
  /** Represents everything that a review changes. */
  schedule: string;
  isSuspended: boolean;
}

/** Anki's log of an import, by guid. */
export interface ImportLog {
  readonly added: string[];
  readonly updated: string[];
  readonly duplicate: string[];
  readonly conflicting: string[];
}

export function newLearner(): Learner {
  return { noteTypes: new Map(), decks: new Set(), notes: new Map(), media: new Map() };
}

export function importInto(learner: Learner, collection: CompleteCollection): ImportLog {
  const log: ImportLog = { added: [], updated: [], duplicate: [], conflicting: [] };
  const conflicting = new Set(
    collection.noteTypes.filter((each) => !importNoteType(learner, each)).map(({ id }) => id),
  );
  // Decks are matched by name, and existing ones do not change.
  for (const { name } of collection.decks) learner.decks.add(name);
  // Anki never replaces a media file.
  for (const { name, bytes } of collection.media) if (!learner.media.has(name)) learner.media.set(name, bytes);
  const ordsOf = new Map(collection.noteTypes.map((each) => [each.id, compileCardOrds(each)]));
  for (const note of collection.notes) {
    const { guid, noteType, fields, tags, modified } = note;
    const mine = learner.notes.get(guid);
    if (mine === undefined) {
      learner.notes.set(guid, { noteType, fields, tags, modified, cards: new Map() });
      log.added.push(guid);
    } else if (conflicting.has(noteType) || mine.noteType !== noteType) {
      log.conflicting.push(guid);
      continue;
    } else if (mine.modified < modified) {
      Object.assign(mine, { fields, tags, modified });
      log.updated.push(guid);
    } else {
      log.duplicate.push(guid);
    }
    const cards = learner.notes.get(guid)?.cards;
    for (const ord of ordsOf.get(noteType)?.(note) ?? []) {
      // An existing card keeps its schedule and its deck.
      if (cards?.has(ord)) continue;
      cards?.set(ord, { deck: note.deck, schedule: "new", isSuspended: false });
    }
  }
  return log;
}

/** Whether notes of this type can be imported: it is new, or has the fields and templates of the learner's. */
function importNoteType(learner: Learner, incoming: CompleteNoteType): boolean {
  const mine = learner.noteTypes.get(incoming.id);
  if (mine !== undefined && schemaOf(mine) !== schemaOf(incoming)) return false;
  if (mine === undefined || mine.modified < incoming.modified) learner.noteTypes.set(incoming.id, incoming);
  return true;
}

function schemaOf({ kind, fields, templates }: CompleteNoteType): string {
  const ids = (parts: readonly { readonly id: number | bigint }[]) => parts.map(({ id }) => String(id)).join();
  return [kind, ids(fields), ids(templates)].join(";");
}
