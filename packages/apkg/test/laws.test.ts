import fc from "fast-check";
import initSqlJs from "sql.js";
import { expect, test } from "vitest";
import { openWithSqlJs } from "../src/browser.ts";
import { check, complete, read, write } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";
import { collection } from "./arbitrary.ts";
import { sample } from "./samples.ts";

const openInBrowser = openWithSqlJs(await initSqlJs());

test("what is written is read back", () => {
  fc.assert(
    fc.property(collection, (given) => {
      expect(read(write(given, { open }), { open })).toEqual(complete(given));
    }),
  );
});

test("a package of sound content passes every check", () => {
  fc.assert(
    fc.property(collection, (given) => {
      expect(check(write(given, { open }), { open, now: 1_900_000_000 })).toEqual([]);
    }),
  );
});

test("what was read is written to the same bytes", () => {
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

test("completing twice is completing once", () => {
  fc.assert(
    fc.property(collection, (given) => {
      expect(complete(complete(given))).toEqual(complete(given));
    }),
  );
});

test("a note keeps its rows' ids when another note goes", () => {
  const [first, ...others] = sample.notes;
  const ids = (bytes: Uint8Array) => new Set(read(bytes, { open }).notes.map((note) => note.guid));
  const without = write({ ...sample, notes: others, media: [] }, { open });
  expect(ids(without)).toEqual(new Set(others.map((note) => note.guid)));
  expect(first).toBeDefined();
});

test("2,000 notes, as many decks deep as Anki users go, come back in study order", () => {
  const [model] = sample.notes;
  const notes = Array.from({ length: 2000 }, (_, index) => ({
    ...model,
    guid: `g${index}`,
    fields: [`f${index}`, "b"],
  }));
  const bytes = write({ ...sample, notes: notes as typeof sample.notes, media: [] }, { open });
  expect(read(bytes, { open }).notes.map((note) => note.guid)).toEqual(notes.map((note) => note.guid));
});
