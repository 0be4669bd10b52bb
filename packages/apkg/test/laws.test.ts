import fc from "fast-check";
import initSqlJs from "sql.js";
import { expect, test, vi } from "vitest";
import { openWithSqlJs } from "../src/browser.ts";
import { check, complete, read, write } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";
import { openPackage } from "../src/open-package.ts";
import { collection } from "./arbitrary.ts";
import { sample } from "./samples.ts";

// Hundreds of packages for each law: this takes longer on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const openInBrowser = openWithSqlJs(await initSqlJs());

test("a written collection is read back", () => {
  fc.assert(
    fc.property(collection, (given) => {
      expect(read(write(given, { open }), { open })).toEqual(complete(given));
    }),
  );
});

test("a package of valid content passes every check", () => {
  fc.assert(
    fc.property(collection, (given) => {
      expect(check(write(given, { open }), { open, now: 1_900_000_000 })).toEqual([]);
    }),
  );
});

test("a collection that was read is written to the same bytes", () => {
  fc.assert(
    fc.property(collection, (given) => {
      const bytes = write(given, { open });
      expect(write(read(bytes, { open }), { open })).toEqual(bytes);
    }),
  );
});

test("Node's SQLite and sql.js write the same bytes, and each reads the other's", () => {
  fc.assert(
    fc.property(collection, (given) => {
      const bytes = write(given, { open });
      expect(write(given, { open: openInBrowser })).toEqual(bytes);
      expect(read(bytes, { open: openInBrowser })).toEqual(read(bytes, { open }));
    }),
    { numRuns: 30 },
  );
});

test("the order of note types, decks, tags and media does not matter", () => {
  fc.assert(
    fc.property(collection, (given) => {
      const turned = {
        ...given,
        noteTypes: given.noteTypes.toReversed(),
        decks: given.decks.toReversed(),
        notes: given.notes.map((note) => ({ ...note, tags: note.tags?.toReversed() ?? [] })),
        media: given.media?.toReversed() ?? [],
      };
      expect(write(turned, { open })).toEqual(write(given, { open }));
    }),
  );
});

test("completing a complete collection changes nothing", () => {
  fc.assert(
    fc.property(collection, (given) => {
      expect(complete(complete(given))).toEqual(complete(given));
    }),
  );
});

test("a note keeps its row ids when other notes are removed or reordered", () => {
  const rowIds = (bytes: Uint8Array) => {
    const opened = openPackage(bytes, { open });
    return new Map(opened.notes.map((note) => [note.guid, note.id]));
  };
  const all = rowIds(write(sample, { open }));
  for (const notes of [sample.notes.slice(1), sample.notes.toReversed()]) {
    for (const [guid, id] of rowIds(write({ ...sample, notes }, { open }))) expect(id).toBe(all.get(guid));
  }
});

test("2,000 notes in nested decks are read back in study order", () => {
  const [model] = sample.notes;
  const notes = Array.from({ length: 2000 }, (_, index) => ({
    ...model,
    guid: `g${index}`,
    fields: [`f${index}`, "b"],
  }));
  const bytes = write({ ...sample, notes: notes as typeof sample.notes, media: [] }, { open });
  expect(read(bytes, { open }).notes.map((note) => note.guid)).toEqual(notes.map((note) => note.guid));
});
