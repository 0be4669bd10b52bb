import { check, guidFor, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import type { Curriculum } from "@high-recall/core";
import { changesBetween, lostItems, printRegister, Register } from "@high-recall/release";
import { expect, test } from "vitest";
import { notesOf } from "../src/index.ts";
import { curriculum, phrase, text } from "./curriculum.ts";
import { asPackaged, fieldsByKey, publish, publishAll, release } from "./publish.ts";
import {
  dated,
  fixTypo,
  itemOf,
  remove,
  rename,
  retire,
  withEdition,
  withItem,
  withNewItem,
  withTopic,
} from "./releases/edit.ts";
import { releaseOf } from "./releases/packages.ts";

const day = 86_400;
const first = Date.parse("2026-11-20") / 1000;
const register = release(curriculum);
const later = dated(curriculum, "2026-12-24");

test("the register has every note, deck, media file and note type", () => {
  const keys = Object.keys(register.items);
  expect(keys.filter((key) => !key.includes("#")).sort()).toEqual([
    ...["code", "first", "formula", "hostile", "pitfall", "term"],
  ]);
  expect(keys.filter((key) => key.startsWith("first#"))).toEqual([
    ...["first#follow-up-1", "first#follow-up-2", "first#follow-up-3", "first#aloud-1"],
  ]);
  expect(register.items["first#follow-up-2"]?.text).toBe("Does it matter for small heads?");
  expect(register.items.hostile).toMatchObject({
    guid: guidFor("test-edition", "oldest-name"),
    noteType: "Question",
    topic: "two",
    cards: 1,
    modified: first,
  });
  expect(register.items.formula?.cards).toBe(2);
  expect(register.decks).toEqual({
    one: "Test Edition::Topic One",
    two: "Test Edition::Topic:Two",
    reading: "Test Edition::Reading only",
  });
  expect(register.media).toHaveLength(2);
  expect(Object.values(register.noteTypes).map(({ version, modified }) => [version, modified])).toEqual(
    Array(9).fill([1, first]),
  );
  expect(register.retired).toEqual({});
});

test("printing a register and reading it gives the same register, an entry a line", () => {
  const printed = printRegister(register);
  expect(printRegister(Register.parse(JSON.parse(printed)))).toBe(printed);
  expect(printed.split("\n").filter((line) => line.startsWith('    "formula": '))).toHaveLength(1);
});

test("a release without changes keeps every date", () => {
  const next = release(later, register);
  expect(next).toEqual({ ...register, date: "2026-12-24" });
});

test("packages have the dates of the register they are made with", async () => {
  const next = release(fixTypo(later, "term", "(fixed)"), register);
  const { notes, noteTypes } = read(await publishAll(fixTypo(later, "term", "(fixed)"), next), { open });
  const dates = new Map(Object.values(next.items).map(({ guid, modified }) => [guid, modified]));
  expect(notes.map(({ guid, modified }) => [guid, modified])).toEqual(notes.map(({ guid }) => [guid, dates.get(guid)]));
  expect(new Set(noteTypes.map(({ modified }) => modified))).toEqual(new Set([first]));
});

test("changed notes get the date of the release, others keep theirs", () => {
  const next = release(fixTypo(later, "term", "(fixed)"), register);
  const moved = Object.keys(next.items).filter((id) => next.items[id]?.modified !== first);
  expect(moved).toEqual(["term"]);
  expect(next.items.term?.modified).toBe(Date.parse("2026-12-24") / 1000);
});

test("dates of later releases on the same day grow by a second each", () => {
  const once = fixTypo(curriculum, "term", "(fixed)");
  const second = release(once, register);
  expect(second.items.term?.modified).toBe(first + 1);
  const third = release(fixTypo(once, "term", "(again)"), second);
  expect(third.items.term?.modified).toBe(first + 2);
  expect(third.items.code?.modified).toBe(first);
});

test("a release refuses to date a part after its own day", () => {
  const items = Object.fromEntries(
    Object.entries(register.items).map(([id, item]) => [id, { ...item, modified: first + day - 1 }]),
  );
  expect(() => release(fixTypo(curriculum, "term", "(fixed)"), { ...register, items })).toThrow(
    "A part would be dated after 2026-11-20, the day of the release: date the release later",
  );
});

test("a changed note in a preview is newer than the last release and older than the next", async () => {
  const preview = read(await publishAll(fixTypo(curriculum, "term", "(draft)"), register), { open });
  const modified = preview.notes.find(({ guid }) => guid === register.items.term?.guid)?.modified;
  expect(modified).toBe(first + 1);
  expect(release(fixTypo(later, "term", "(done)"), register).items.term?.modified).toBeGreaterThan(first + 1);
});

test("a note type counts its versions and is dated by its own content", () => {
  const next = release(withEdition(later, { language: "de" }), register);
  expect(Object.values(next.noteTypes).map(({ version }) => version)).toEqual(Array(9).fill(2));
  expect(next.items).toEqual(register.items);
  expect(Object.values(release(dated(curriculum, "2027-01-01"), next).noteTypes)[0]?.version).toBe(3);
});

test("a renamed item keeps its released guid, even with `formerly` in the wrong order", () => {
  const renamed = withItem(later, "hostile", () => ({
    id: "newest",
    formerly: ["hostile", "older-name", "oldest-name"],
  }));
  expect(release(renamed, register).items.newest?.guid).toBe(register.items.hostile?.guid);
});

test("a deck keeps its released name when the topic's title changes", async () => {
  const retitled = withTopic(later, "one", () => ({ title: phrase(text("Another title")) }));
  const next = release(withEdition(retitled, { title: "Another edition" }), register);
  expect([next.deck, next.decks]).toEqual([register.deck, register.decks]);
  const { decks } = read(await publishAll(retitled, next), { open });
  expect(decks.map(({ name }) => name)).toContain("Test Edition::Topic One");
});

test("a new topic with the title of a released deck gets another deck", () => {
  const retitled = withTopic(later, "one", () => ({ title: phrase(text("Another title")) }));
  const topic = { ...itemTopic(retitled, "two"), id: "three", title: phrase(text("Topic One")), items: [] };
  const next = release({ ...retitled, topics: [...retitled.topics, topic] }, register);
  expect(next.decks.three).toBe("Test Edition::Topic One (three)");
});

test("a released item that disappears is lost, and the reason says what to do", () => {
  const [lost, ...others] = lostItems(remove(later, "term"), register);
  expect(others).toEqual([]);
  expect(lost).toMatchObject({ id: "term", topic: "one", item: undefined });
  expect(lost?.reason).toContain("to `retired` in the topic's README.md");
  expect(() => release(remove(later, "term"), register)).toThrow(lost?.reason);
});

test("nothing is lost when a released item was renamed, retired, or never released", () => {
  expect(lostItems(later, register)).toEqual([]);
  expect(lostItems(rename(later, "term", "word"), register)).toEqual([]);
  expect(lostItems(retire(later, "term"), register)).toEqual([]);
  expect(lostItems(remove(withNewItem(later, another("new")), "new"), register)).toEqual([]);
});

test("a retired item is lost when its entry is removed", () => {
  const next = release(retire(later, "term"), register);
  expect(lostItems(remove(later, "term"), next).map(({ id }) => id)).toEqual(["term"]);
});

test("two released items cannot be merged", () => {
  const merged = withItem(remove(later, "code"), "term", () => ({ formerly: ["code"] }));
  expect(lostItems(merged, register)[0]?.reason).toContain("`code` cannot be merged into `term`");
});

test("a released item cannot change its kind", () => {
  const turned = withItem(later, "pitfall", () => ({ kind: "guide" }));
  const [lost] = lostItems(turned, register);
  expect([lost?.id, lost?.item?.id]).toEqual(["pitfall", "pitfall"]);
  expect(lost?.reason).toContain("`pitfall` changed its kind from `pitfall` to `guide`");
});

test("a register of another edition or of a later date is refused", () => {
  expect(() => release(withEdition(later, { id: "other" }), register)).toThrow(
    "belongs to the edition `test-edition`, not to `other`",
  );
  expect(() => release(dated(curriculum, "2026-11-19"), register)).toThrow("dated before the last, of 2026-11-20");
});

test("the note of a retired item says why, and what to study instead, and each card keeps a front", async () => {
  const next = await releaseOf(retire(later, "formula", "term"), register);
  const update = read(next.update, { open });
  const note = update.notes.find(({ guid }) => guid === register.items.formula?.guid);
  const fields = fieldsByKey(update).get("formula");
  expect(note?.tags).toEqual(["test-edition::kind::formula", "test-edition::retired", "test-edition::topic::one"]);
  expect(fields?.get("Name")).toBe(register.items.formula?.title);
  expect(fields?.get("Neutral")).toBe(register.items.formula?.title);
  expect(fields?.get("Notice")).toContain("<strong>Retired.</strong> Nobody asks it any more.");
  expect(fields?.get("Notice")).toContain('href="https://example.org/study/items/term/"');
  expect(next.register.retired.formula).toMatchObject({ guid: register.items.formula?.guid, cards: 2 });
  expect(check(next.update, { open, now: first + 365 * day, previous: (await releaseOf(curriculum)).main })).toEqual(
    [],
  );
});

test("new learners do not get retired items", async () => {
  const { main } = await releaseOf(retire(later, "formula"), register);
  expect(read(main, { open }).notes.map(({ guid }) => guid)).not.toContain(register.items.formula?.guid);
});

test("without retired items there is no update package, and the publisher says so", async () => {
  const { artifacts, notices } = await publish(curriculum, [{ path: "update.apkg", retired: true }], register);
  expect(artifacts).toEqual([]);
  expect(notices).toEqual(["update.apkg: left out, since none of its items is retired"]);
});

test("an update package of a topic has the items that the topic retired", async () => {
  const next = release(retire(later, "term"), register);
  const products = [{ path: "{topic}.apkg", each: "topic" as const, retired: true as const }];
  const { artifacts } = await publish(retire(later, "term"), products, next);
  expect(artifacts.map(({ path }) => path)).toEqual(["one.apkg"]);
  const guids = read(artifacts[0]?.bytes ?? new Uint8Array(), { open }).notes.map(({ guid }) => guid);
  expect(guids).toContain(register.items.term?.guid);
});

test("a retired item of a removed topic stays in its deck", async () => {
  const gone = { ...retire(later, "hostile"), topics: [] as Curriculum["topics"] };
  const topics = retire(later, "hostile").topics.filter(({ id }) => id !== "two");
  const elsewhere = withTopic({ ...gone, topics }, "one", () => ({
    retired: [{ id: "hostile", reason: phrase(text("The topic is gone.")) }],
  }));
  const { update } = await releaseOf(elsewhere, register);
  const note = read(update, { open }).notes.find(({ guid }) => guid === register.items.hostile?.guid);
  expect(note?.deck).toBe("Test Edition::Topic:Two");
});

test("an item that returns after it was retired has the same guid", () => {
  const without = release(retire(later, "term"), register);
  const back = release(dated(curriculum, "2027-01-01"), without);
  expect(back.items.term?.guid).toBe(register.items.term?.guid);
  expect(back.items.term?.modified).toBeGreaterThan(without.retired.term?.modified ?? Number.POSITIVE_INFINITY);
  expect(back.retired).toEqual({});
});

test("changes between two releases list added, changed, renamed and retired items with their cards", () => {
  const edited = retire(rename(withNewItem(later, another("new")), "term", "word"), "code");
  const changes = changesBetween(register, release(edited, register));
  expect(changes).toEqual({
    added: [{ id: "new", formerly: undefined, cards: { added: 1, updated: 0 } }],
    changed: [{ id: "word", formerly: "term", cards: { added: 0, updated: 2 } }],
    retired: [{ id: "code", formerly: undefined, cards: { added: 0, updated: 1 } }],
    unchanged: 4,
  });
});

test("the notes in a package are those of the register it was made with", async () => {
  const next = await releaseOf(retire(later, "term"), register);
  const { items, retired } = notesOf(read(next.update, { open }), curriculum.edition);
  expect(items).toEqual(asPackaged(next.register.items));
  expect(retired).toEqual(asPackaged(next.register.retired));
});

function another(id: string) {
  return { ...itemOf(curriculum, "pitfall"), id, title: phrase(text(`Another: ${id}`)) };
}

function itemTopic(given: Curriculum, id: string) {
  const topic = given.topics.find((each) => each.id === id);
  if (topic === undefined) throw new Error(`There is no topic ${id}`);
  return topic;
}
