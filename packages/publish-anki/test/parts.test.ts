import { check, compileCardOrds, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import { changesBetween } from "@high-recall/release";
import { expect, test } from "vitest";
import { curriculum } from "./curriculum.ts";
import { fieldsByKey } from "./publish.ts";
import { dated, followUp, mendFollowUp, moveKeyLines, withFollowUps, withRelations } from "./releases/edit.ts";
import { releaseOf } from "./releases/packages.ts";

const day = 86_400;
const now = Date.parse("2026-12-25") / 1000;
const later = dated(curriculum, "2026-12-24");
const first = await releaseOf(curriculum);

test("follow-ups mended, turned round and added keep their notes, and only what changed is updated", async () => {
  const edited = withFollowUps(later, "first", (entries) =>
    [...entries].reverse().map((entry, index) => (index === 1 ? mendFollowUp(entry, "too") : entry)),
  );
  const next = await releaseOf(
    withFollowUps(edited, "first", (entries) => [followUp("What is new here?"), ...entries]),
    first.register,
  );
  expect(check(next.update, { open, now, previous: first.update })).toEqual([]);
  const questions = Object.fromEntries(
    [...fieldsByKey(read(next.main, { open }))].flatMap(([key, fields]) =>
      key.startsWith("first#") ? [[key, fields.get("Question")]] : [],
    ),
  );
  expect(questions).toEqual({
    "first#follow-up-1": "What if the variance is one already?",
    "first#follow-up-2": "Does it matter for small heads too?",
    "first#follow-up-3": "How is it computed?",
    "first#follow-up-4": "What is new here?",
  });
  for (const number of [1, 2, 3]) {
    const key = `first#follow-up-${number}`;
    expect(next.register.items[key]?.guid).toBe(first.register.items[key]?.guid);
    expect(next.register.items[key]?.modified !== first.register.items[key]?.modified).toBe(number === 2);
  }
  expect(changesBetween(first.register, next.register).changed).toEqual([
    { id: "first", formerly: undefined, cards: { added: 1, updated: 1 } },
  ]);
});

test("a follow-up that is removed says so to learners who have it, and comes back with its note", async () => {
  const without = withFollowUps(later, "first", (entries) => entries.slice(1));
  const next = await releaseOf(without, first.register);
  const key = "first#follow-up-1";
  expect(next.register.items[key]).toBeUndefined();
  expect(next.register.retired[key]?.guid).toBe(first.register.items[key]?.guid);
  expect(fieldsByKey(read(next.update, { open })).get(key)?.get("Notice")).toContain("no longer asked");
  expect(fieldsByKey(read(next.main, { open })).has(key)).toBe(false);
  expect(changesBetween(first.register, next.register).changed).toMatchObject([{ id: "first" }]);
  const back = await releaseOf(dated(curriculum, "2027-01-02"), next.register);
  expect(back.register.items[key]?.guid).toBe(first.register.items[key]?.guid);
  expect(back.register.retired).toEqual({});
});

test("key lines that move keep their note, which is updated", async () => {
  const next = await releaseOf(moveKeyLines(later, "code", [2]), first.register);
  expect(next.register.items.code?.guid).toBe(first.register.items.code?.guid);
  expect(next.register.items.code?.modified).toBe(now - day);
  expect(check(next.update, { open, now, previous: first.update })).toEqual([]);
});

test("a formula that gains and loses relations keeps the notes of those that stay", async () => {
  const three = await releaseOf(withRelations(later, "formula", ["a&=b", "c&=d", "e&=f"]), first.register);
  expect(Object.keys(three.register.items).filter((key) => key.startsWith("formula"))).toEqual([
    ...["formula", "formula#relation-2", "formula#relation-3"],
  ]);
  const one = await releaseOf(withRelations(dated(curriculum, "2026-12-24"), "formula", ["c&=d"]), three.register);
  expect(Object.keys(one.register.items).filter((key) => key.startsWith("formula"))).toEqual(["formula#relation-2"]);
  expect(Object.keys(one.register.retired)).toEqual(["formula", "formula#relation-3"]);
  expect(one.register.retired.formula?.cards).toBe(2);
  expect(one.register.retired["formula#relation-3"]?.cards).toBe(1);
  expect(check(one.update, { open, now, previous: three.update })).toEqual([]);
});

test("only a formula's own note asks for its name, from all its relations", async () => {
  const { main } = await releaseOf(withRelations(later, "formula", ["J_{\\mathrm{EN}}&=b", "c&=d"]));
  const collection = read(main, { open });
  const fields = fieldsByKey(collection);
  expect(fields.get("formula")?.get("Neutral")).toContain("\\(\\displaystyle J\\)");
  expect(fields.get("formula")?.get("Neutral")).toContain("\\(\\displaystyle =d\\)");
  expect(fields.get("formula")?.get("Left")).toContain("J_{\\mathrm{EN}}=");
  const noteType = collection.noteTypes.find(({ name }) => name.endsWith(": Formula"));
  const cards = collection.notes.flatMap((note) =>
    note.noteType === noteType?.id ? [compileCardOrds(noteType)(note)] : [],
  );
  expect(cards).toEqual([[0, 1], [0]]);
});
