import { type Collection, compileCardOrds, type Note } from "@high-recall/apkg";
import { type Curriculum, itemsOf } from "@high-recall/core";
import { collectionOf, type Stock, stock } from "./collection.ts";
import { secondsOf } from "./dating.ts";
import { commonFields } from "./design.ts";
import { cloze } from "./designs/cloze.ts";
import { noteDesigns } from "./designs/designs.ts";
import { lostItems } from "./lost.ts";
import { hashOfNote } from "./note.ts";
import { clozeKey, itemOfKey } from "./note-key.ts";
import { hashOfNoteType, noteTypeIdOf } from "./note-type.ts";
import type { Released, ReleasedItem } from "./released.ts";

const day = 86_400;

/**
 * The register after a release: what did not change keeps its date, what did gets the edition's, and nothing is ever
 * forgotten. Publishing with it afterwards gives the release, byte for byte.
 * @throws {RangeError} when the curriculum would break a promise of the last release (see `lostItems`), is another
 * edition's, or is dated before the last release
 */
export function release(curriculum: Curriculum, released?: Released): Released {
  const { edition } = curriculum;
  if (released !== undefined) expectLater(curriculum, released);
  const all = stock(curriculum, released);
  const shown = collectionOf(all, { order: curriculum.order, retired: new Set() }).media ?? [];
  const next: Released = {
    format: 1,
    edition: edition.id,
    version: edition.version,
    date: edition.date,
    deck: all.decks[0]?.name ?? edition.title,
    decks: { ...released?.decks, ...Object.fromEntries(all.deckOfTopic) },
    media: [...new Set([...(released?.media ?? []), ...shown.map(({ name }) => name)])].sort(),
    noteTypes: releaseNoteTypes(curriculum, all, released),
    ...releaseItems(curriculum, all),
  };
  const dates = [next.noteTypes, next.items, next.retired].flatMap((parts) => Object.values(parts));
  if (dates.some(({ modified }) => modified >= secondsOf(edition.date) + day)) {
    throw new RangeError(`A part would be dated after ${edition.date}: date the release later`);
  }
  return next;
}

function expectLater(curriculum: Curriculum, released: Released): void {
  const { edition } = curriculum;
  if (edition.id !== released.edition) {
    throw new RangeError(`The register is of the edition ${released.edition}, not of ${edition.id}`);
  }
  if (edition.date < released.date) {
    throw new RangeError(`The release of ${edition.date} is dated before the last, of ${released.date}`);
  }
  const [lost] = lostItems(curriculum, released);
  if (lost !== undefined) throw new RangeError(lost.reason);
}

function releaseNoteTypes(curriculum: Curriculum, all: Stock, released: Released | undefined): Released["noteTypes"] {
  return Object.fromEntries(
    noteDesigns.map((design) => {
      const noteType = all.noteTypes.find(({ id }) => id === noteTypeIdOf(curriculum.edition, design));
      if (noteType === undefined) throw new Error(`The design ${design.name} has no note type`);
      const before = released?.noteTypes[design.name];
      const hash = hashOfNoteType(noteType);
      const version = before === undefined ? 1 : before.hash === hash ? before.version : before.version + 1;
      return [design.name, { id: noteType.id, version, hash, modified: noteType.modified }];
    }),
  );
}

function releaseItems(curriculum: Curriculum, all: Stock): Pick<Released, "items" | "retired"> {
  const describe = describer(curriculum.edition.id, all.noteTypes);
  const topics = new Map(itemsOf(curriculum).map((item) => [item.id, item.topic]));
  return {
    items: Object.fromEntries(
      [...all.notes].map(([key, note]) => [key, describe(note, topics.get(itemOfKey(key)) ?? "")]),
    ),
    retired: Object.fromEntries(all.retired.map(({ key, note, releasedIn: topic }) => [key, describe(note, topic)])),
  };
}

/** What a package holds, as if it were a register: for comparing with a package when no register was kept. */
export function releasedIn(
  collection: Collection,
  edition: Curriculum["edition"],
): Pick<Released, "items" | "retired"> {
  const describe = describer(edition.id, collection.noteTypes);
  const items: Record<string, ReleasedItem> = {};
  const retired: Record<string, ReleasedItem> = {};
  const ours = new Set(noteDesigns.map((design) => noteTypeIdOf(edition, design)));
  const clozes = noteTypeIdOf(edition, cloze);
  for (const note of collection.notes) {
    const id = note.fields[note.fields.length - commonFields.length + commonFields.indexOf("Item")];
    if (id === undefined || !ours.has(note.noteType)) continue;
    const tagged = (level: string) => note.tags?.find((tag) => tag.startsWith(`${edition.id}::${level}`));
    const topic = tagged("topic::")?.split("::").at(-1) ?? "";
    const key = note.noteType === clozes ? clozeKey(id) : id;
    (tagged("retired") === undefined ? items : retired)[key] = describe(note, topic);
  }
  return { items, retired };
}

function describer(edition: string, noteTypes: Collection["noteTypes"]) {
  const names = new Map(noteDesigns.map((design) => [noteTypeIdOf({ id: edition }, design), design.name]));
  const ordsOf = new Map(noteTypes.map((noteType) => [noteType.id, compileCardOrds(noteType)]));
  return (note: Note, topic: string): ReleasedItem => ({
    guid: note.guid,
    noteType: names.get(note.noteType) ?? "",
    topic,
    title: note.fields[0] ?? "",
    cards: ordsOf.get(note.noteType)?.(note).length ?? 0,
    hash: hashOfNote(note),
    modified: note.modified,
  });
}
