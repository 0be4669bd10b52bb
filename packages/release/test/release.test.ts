import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, dateOf, lostItems, printRegister, Register, release, secondsOf } from "../src/index.ts";
import { contentsOf, curriculumOf, item } from "./items.ts";

const first = release(curriculumOf([item("dough"), item("crust", "pitfall")]), contentsOf, undefined);
const next = (items: readonly object[], retired: readonly string[] = [], date = "2026-12-24") =>
  release(curriculumOf(items, date, retired), contentsOf, first);

describe("release", () => {
  test("enters every note, deck, note type and media file", () => {
    expect(Register.parse(first)).toEqual(first);
    expect(Object.keys(first.items)).toEqual(["dough", "crust", "crust#cloze-1"]);
    expect(first.noteTypes.Term).toMatchObject({ version: 1 });
  });

  test("keeps the dates of what did not change, and all media files ever released", () => {
    const second = next([item("dough"), item("crust", "pitfall")]);
    expect(second.items.dough).toEqual(first.items.dough);
    expect(second.media).toEqual(["figure-of-2026-11-20.svg", "figure-of-2026-12-24.svg"]);
    expect(second.noteTypes.Term?.version).toBe(1);
  });

  test("counts the versions of a note type that changes", () => {
    const german = curriculumOf([item("dough"), item("crust", "pitfall")], "2026-12-24");
    const second = release({ ...german, edition: { ...german.edition, language: "de" } }, contentsOf, first);
    expect(second.noteTypes.Term?.version).toBe(2);
  });

  test.each([
    ["of another edition", { edition: "kitchen" }, "belongs to the edition `kitchen`, not to `bakery`"],
    ["of a later day", { date: "2026-12-25" }, "dated before the last, of 2026-12-25"],
    [
      "with an item that disappeared",
      { items: { ...first.items, gone: { ...first.items.dough } } },
      "`gone` disappeared",
    ],
  ])("refuses a register %s", (_, change, reason) => {
    const given = curriculumOf([item("dough"), item("crust", "pitfall")], "2026-12-24");
    expect(() => release(given, contentsOf, { ...first, ...change } as Register)).toThrow(reason);
  });
});

describe("lost items", () => {
  const reasonsOf = (items: readonly object[], retired: readonly string[] = []) =>
    lostItems(curriculumOf(items, "2026-12-24", retired), first).map(({ id, reason }) => [id, reason]);

  test("are none while every released item is there, renamed or retired", () => {
    expect(reasonsOf([item("dough"), item("crust", "pitfall")])).toEqual([]);
    expect(reasonsOf([item("paste", "term", { formerly: ["dough"] }), item("crust", "pitfall")])).toEqual([]);
    expect(reasonsOf([item("dough")], ["crust"])).toEqual([]);
  });

  test("are items that disappeared, were merged or changed their kind", () => {
    expect(reasonsOf([item("dough")])).toEqual([["crust", expect.stringContaining("add it to `formerly`")]]);
    expect(reasonsOf([item("dough", "term", { formerly: ["crust"] })])).toEqual([
      ["crust", expect.stringContaining("cannot be merged into `dough`")],
    ]);
    expect(reasonsOf([item("dough", "guide"), item("crust", "pitfall")])).toEqual([
      ["dough", expect.stringContaining("changed its kind from `term` to `guide`")],
    ]);
  });
});

test("changes between two releases count the cards of an item and of its marks", () => {
  const second = next([item("dough", "term", { formerly: [] }), item("paste")], ["crust"]);
  const changed = next([item("rusk", "pitfall", { formerly: ["crust"] }), item("dough")]);
  expect(changesBetween(first, second)).toEqual({
    added: [{ id: "paste", formerly: undefined, cards: { added: 2, updated: 0 } }],
    changed: [],
    retired: [{ id: "crust", formerly: undefined, cards: { added: 0, updated: 2 } }],
    unchanged: 1,
  });
  expect(changesBetween(first, changed).changed).toMatchObject([{ id: "rusk", formerly: "crust" }]);
});

test("a date grows when the hash changes, and only then", () => {
  const part = fc.record({ hash: fc.constantFrom("a", "b"), modified: fc.nat() });
  fc.assert(
    fc.property(part, fc.constantFrom("a", "b"), fc.nat(), (before, hash, edition) => {
      const date = dateOf(before, hash, edition);
      if (hash === before.hash) expect(date).toBe(before.modified);
      else expect(date).toBeGreaterThan(before.modified);
      expect(dateOf(undefined, hash, edition)).toBe(edition);
    }),
  );
  expect(secondsOf("2026-11-20")).toBe(Date.UTC(2026, 10, 20) / 1000);
});

test("a printed register has an entry a line, ordered by key, and reads back", () => {
  const printed = printRegister(first);
  expect(Register.parse(JSON.parse(printed))).toEqual(first);
  const keys = [...printed.matchAll(/^ {4}"(crust|dough)(#cloze-1)?":/gm)].map(([, id, marks = ""]) => id + marks);
  expect(keys).toEqual(["crust", "crust#cloze-1", "dough"]);
});

test("an entry is the id of an item, or that id with a part and its number", () => {
  const withKey = (key: string) => Register.safeParse({ ...first, items: { [key]: first.items.dough } }).success;
  const keys = ["dough", "dough#cloze-1", "dough#follow-up-12", "dough#cloze", "dough#cloze-0", "dough#a-1", "Dough"];
  expect(keys.map(withKey)).toEqual([true, true, true, false, false, false, false]);
});
