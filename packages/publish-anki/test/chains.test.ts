import { type CompleteCollection, check, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import { changesBetween, itemOfKey, partOfKey } from "@high-recall/release";
import fc from "fast-check";
import { expect, test } from "vitest";
import { commonFields } from "../src/design.ts";
import { chains, curriculaOf, type Step } from "./releases/arbitrary.ts";
import { importInto, type Learner, newLearner } from "./releases/learner.ts";
import { type Release, releaseOf } from "./releases/packages.ts";

const day = 86_400;

/** Actions of a learner between two imports; numbers choose a note and a card. */
const deeds = fc.array(
  fc.record({ type: fc.constantFrom("answer", "edit", "tag", "move", "suspend"), at: fc.nat(1000) }),
  { maxLength: 6 },
);
type Deeds = typeof deeds extends fc.Arbitrary<infer T> ? T : never;

interface Lived {
  readonly steps: readonly Step[];
  /** Before each of the four later releases. */
  readonly deeds: readonly Deeds[];
}

const lives: fc.Arbitrary<Lived> = fc.record({
  steps: chains,
  deeds: fc.array(deeds, { minLength: 4, maxLength: 4 }),
});

test("five releases in a row lose, double or omit nothing for any learner", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ steps, deeds }) => {
      const releases = await releaseAll(steps);
      const learner = newLearner();
      const hasty = newLearner();
      importInto(learner, contentOf(releases[0]?.main));
      importInto(hasty, contentOf(releases[0]?.main));
      for (const [index, release] of releases.slice(1).entries()) {
        const before = releases[index] as Release;
        const update = contentOf(release.update);
        expectPromisesKept(before, release);
        live(learner, deeds[index] ?? [], secondsOf(before));
        expectImportKeepsAll(learner, update, contentOf(before.update));
        const log = importInto(hasty, update);
        const changes = changesBetween(before.register, release.register);
        expect(log.conflicting).toEqual([]);
        const itemsOf = (guids: readonly string[]) => itemsOfNotes(release, guids);
        const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();
        const ownAdded = log.added.filter((guid) => partOfKey(keyOf(release, guid)) === undefined);
        expect(itemsOf(ownAdded)).toEqual(idsOf(changes.added));
        expect(itemsOf([...log.added, ...log.updated])).toEqual(
          idsOf([...changes.added, ...changes.changed, ...changes.retired]),
        );
        const all = itemsOf([...log.added, ...log.updated, ...log.duplicate]);
        expect(all).toHaveLength(itemsOf([...log.added, ...log.updated]).length + changes.unchanged);
      }
      const last = releases.at(-1) as Release;
      expectSameAs(hasty, contentOf(last.update));
      // A learner who skips the releases in between ends up with the same notes.
      const late = newLearner();
      importInto(late, contentOf(releases[0]?.main));
      importInto(late, contentOf(last.update));
      for (const [guid, note] of late.notes) expect(note.fields).toEqual(hasty.notes.get(guid)?.fields);
      expectNewLearnerGetsNothingRetired(last);
    }),
    { numRuns: 60 },
  );
});

/** Ids of the items that these notes belong to, each once. */
function itemsOfNotes(release: Release, guids: readonly string[]): string[] {
  return [...new Set(guids.map((guid) => itemOfKey(keyOf(release, guid))))].sort();
}

function keyOf({ register }: Release, guid: string): string {
  const entries = [register.items, register.retired].flatMap((notes) => Object.entries(notes));
  return entries.find(([, note]) => note.guid === guid)?.[0] ?? "";
}

async function releaseAll(steps: readonly Step[]): Promise<Release[]> {
  const releases: Release[] = [];
  for (const curriculum of curriculaOf(steps)) releases.push(await releaseOf(curriculum, releases.at(-1)?.register));
  return releases;
}

const contents = new WeakMap<Uint8Array, CompleteCollection>();

/** The content of a package, read once. */
function contentOf(bytes: Uint8Array = new Uint8Array()): CompleteCollection {
  const found = contents.get(bytes) ?? read(bytes, { open });
  contents.set(bytes, found);
  return found;
}

/** Midnight of the day of a release. */
function secondsOf({ register }: Release): number {
  return Date.parse(register.date) / 1000;
}

function expectPromisesKept(before: Release, release: Release): void {
  const now = secondsOf(release) + day;
  const { register } = release;
  const topics = new Set([register.items, register.retired].flatMap(Object.values).map(({ topic }) => topic));
  // An empty deck is not in the next package; the learner keeps it.
  const left = Object.keys(register.decks).filter((topic) => !topics.has(topic));
  const isLeft = (where: string) => left.some((topic) => where === `deck ${JSON.stringify(register.decks[topic])}`);
  const faults = check(release.update, { open, now, previous: before.update });
  expect(faults.filter((fault) => !(fault.check === "deck-kept" && isLeft(fault.where)))).toEqual([]);
  if (release.main !== release.update) expect(check(release.main, { open, now })).toEqual([]);
}

/** The learner studies and changes notes at noon of the day of the last release. */
function live(learner: Learner, deeds: Deeds, date: number): void {
  const notes = [...learner.notes.values()];
  for (const { type, at } of deeds) {
    const note = notes[at % notes.length];
    const card = [...(note?.cards.values() ?? [])][at % (note?.cards.size ?? 1)];
    if (note === undefined || card === undefined) throw new Error("A note without cards");
    if (type === "answer") card.schedule = `answered ${at}`;
    else if (type === "move") card.deck = "My own deck";
    else if (type === "suspend") card.isSuspended = true;
    else {
      if (type === "edit") note.fields = note.fields.with(1, `My own words ${at}`);
      else note.tags = [...note.tags, "my-own"];
      note.modified = date + day / 2;
    }
  }
}

/** Imports a release, and compares the learner's collection before and after. */
function expectImportKeepsAll(learner: Learner, update: CompleteCollection, last: CompleteCollection): void {
  const before = structuredClone(learner);
  const content = (collection: CompleteCollection) =>
    new Map(collection.notes.map((note) => [note.guid, JSON.stringify([note.noteType, note.fields, note.tags])]));
  const [old, now] = [content(last), content(update)];
  const log = importInto(learner, update);
  expect(log.conflicting).toEqual([]);
  expect(log.added.toSorted()).toEqual([...now.keys()].filter((guid) => !before.notes.has(guid)).sort());
  for (const [guid, mine] of before.notes) {
    const after = learner.notes.get(guid);
    // A note of marks may gain cards.
    for (const [ord, card] of mine.cards) expect(after?.cards.get(ord)).toEqual(card);
    if (old.get(guid) === now.get(guid)) expect(after?.cards.size).toBe(mine.cards.size);
    if (old.get(guid) === now.get(guid)) expect(after, "an unchanged note is untouched").toEqual(mine);
    const incoming = update.notes.find((note) => note.guid === guid);
    expect(incoming, "nothing vanishes").toBeDefined();
    if (incoming !== undefined && incoming.modified > mine.modified) expect(after?.fields).toEqual(incoming.fields);
  }
  expect(new Set(learner.decks)).toEqual(new Set([...before.decks, ...update.decks.map(({ name }) => name)]));
}

/** A learner who changed nothing has exactly the release. */
function expectSameAs(learner: Learner, update: CompleteCollection): void {
  expect(learner.notes.size).toBe(update.notes.length);
  for (const note of update.notes) {
    const { fields, tags, modified } = note;
    expect(learner.notes.get(note.guid)).toMatchObject({ fields, tags, modified });
  }
  for (const noteType of update.noteTypes) expect(learner.noteTypes.get(noteType.id)).toEqual(noteType);
}

function expectNewLearnerGetsNothingRetired({ register, main, update }: Release): void {
  const guids = new Set(contentOf(main).notes.map(({ guid }) => guid));
  for (const [key, { guid }] of Object.entries(register.items)) {
    if (partOfKey(key)?.name !== "aloud") expect(guids).toContain(guid);
  }
  for (const { guid } of Object.values(register.retired)) expect(guids).not.toContain(guid);
  const notice = commonFields.indexOf("Notice") - commonFields.length;
  for (const note of contentOf(update).notes) {
    const isRetired = !guids.has(note.guid);
    expect(note.fields.at(notice) !== "").toBe(isRetired);
    expect(note.tags.includes("test-edition::retired")).toBe(isRetired);
  }
}
