import { check, compileCardOrds, guidFor, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import { cardsOf } from "@high-recall/cards";
import { itemsOf } from "@high-recall/core";
import { itemOfKey } from "@high-recall/release";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AnkiProduct, guidOf } from "../src/index.ts";
import { curriculum, phrase, text } from "./curriculum.ts";
import { publish, publishAll, readAll } from "./publish.ts";
import { mark } from "./releases/edit.ts";

/** 21 November 2026. */
const now = Date.parse("2026-11-21") / 1000;
const dateOfEdition = Date.parse("2026-11-20") / 1000;

test("packages with every block in every kind keep every promise to learners", async () => {
  const { artifacts } = await publish(curriculum, [
    { path: "anki/all.apkg" },
    { path: "anki/{topic}.apkg", each: "topic" },
    { path: "anki/hard.apkg", difficulty: ["hard"] },
  ]);
  expect(artifacts.map((artifact) => artifact.path)).toEqual([
    "anki/all.apkg",
    "anki/one.apkg",
    "anki/two.apkg",
    "anki/hard.apkg",
  ]);
  for (const { bytes } of artifacts) expect(check(bytes, { open, now })).toEqual([]);
});

test("a topic without cards makes no package, and the publisher says so", async () => {
  const { notices } = await publish(curriculum, [{ path: "anki/{topic}.apkg", each: "topic" }]);
  expect(notices).toEqual(["anki/reading.apkg: left out, since none of its items makes a card"]);
});

test("the same curriculum gives the same bytes", async () => {
  expect(await publishAll(curriculum)).toEqual(await publishAll(structuredClone(curriculum)));
});

test("notes come in study order, and guides and paths make none", async () => {
  const { notes } = await readAll(curriculum);
  const keys = notes.map((note) => note.fields.at(-4) ?? "");
  expect([...new Set(keys.map(itemOfKey))]).toEqual(["hostile", "first", "formula", "code", "term", "pitfall"]);
  expect(keys.filter((key) => itemOfKey(key) === "first")).toEqual([
    "first",
    "first#follow-up-1",
    "first#follow-up-2",
    "first#follow-up-3",
  ]);
});

test("decks are nested below the edition's, and `::` in a title adds no level", async () => {
  const { decks } = await readAll(curriculum);
  expect(decks.map((deck) => deck.name)).toEqual([
    "Test Edition",
    "Test Edition::Topic One",
    "Test Edition::Topic:Two",
  ]);
  expect(decks[0]?.description).toContain("Version 1.2.3 of 2026-11-20");
  expect(decks[1]?.description).toBe("Everything, with \\(x &lt; y\\)");
});

test("two topics with the same title get two decks", async () => {
  const topics = curriculum.topics.map((topic) => ({
    ...topic,
    title: phrase(text(topic.id === "one" ? "Same" : "same")),
  }));
  const { decks } = await readAll({ ...curriculum, topics });
  expect(decks.map((deck) => deck.name)).toEqual(["Test Edition", "Test Edition::Same", "Test Edition::same (two)"]);
});

test("tags begin with the edition's id and name topic, kind, difficulty, style and the item's tags", async () => {
  const { notes } = await readAll(curriculum);
  expect(notes.find(({ guid }) => guid === guidFor("test-edition", "first"))?.tags).toEqual([
    "test-edition::difficulty::hard",
    "test-edition::kind::question",
    "test-edition::style::theory",
    "test-edition::tag::numpy",
    "test-edition::tag::regularization",
    "test-edition::topic::one",
  ]);
});

test("an item has as many cards as in other apps, but for a reverse card of each further relation", async () => {
  const items = new Map(itemsOf(curriculum).map((item) => [item.id, item]));
  const { notes, noteTypes } = await readAll(curriculum);
  const ords = new Map(noteTypes.map((noteType) => [noteType.id, compileCardOrds(noteType)]));
  for (const item of items.values()) {
    // Apps without drawings have no cards of their parts.
    const own = notes.filter(
      ({ fields }) => itemOfKey(fields.at(-4) ?? "") === item.id && !fields.at(-4)?.includes("figure"),
    );
    const cards = own.flatMap((note) => ords.get(note.noteType)?.(note) ?? []);
    expect([item.id, cards.length]).toEqual([item.id, cardsOf(item, (id) => items.get(id)).length]);
  }
});

test("the long form has decks of its own, and no other package has it", async () => {
  const { artifacts } = await publish(curriculum, [{ path: "aloud.apkg", aloud: true }]);
  const bytes = artifacts[0]?.bytes ?? new Uint8Array();
  expect(check(bytes, { open, now })).toEqual([]);
  const { notes, decks, noteTypes } = read(bytes, { open });
  expect(notes.map((note) => note.fields.at(-4))).toEqual(["hostile#aloud-1", "first#aloud-1"]);
  expect(noteTypes.map(({ name }) => name)).toEqual(["Test Edition: Aloud"]);
  expect(decks.map(({ name }) => name)).toEqual([
    "Test Edition aloud",
    "Test Edition aloud::Topic One",
    "Test Edition aloud::Topic:Two",
  ]);
  const guids = new Set((await readAll(curriculum)).notes.map(({ guid }) => guid));
  for (const { guid } of notes) expect(guids).not.toContain(guid);
});

test("a guid depends on the edition and the item's oldest id alone", async () => {
  const { notes } = await readAll(curriculum);
  const guids = new Map(notes.map(({ guid, fields }) => [fields.at(-4), guid]));
  expect(guids.get("hostile")).toBe(guidFor("test-edition", "oldest-name"));
  expect(guids.get("hostile#follow-up-2")).toBe(guidFor("test-edition", "oldest-name#follow-up-2"));
  expect(guids.get("first")).toBe(guidFor("test-edition", "first"));
  fc.assert(
    fc.property(fc.string(), fc.string(), (id, later) => {
      const before = guidOf({ id: "e" }, { id, formerly: [] });
      expect(guidOf({ id: "e" }, { id: later, formerly: [id] })).toBe(before);
      expect(guidOf({ id: "other" }, { id, formerly: [] })).not.toBe(before);
    }),
  );
});

test("ids of note types, fields and templates are frozen", async () => {
  expect(
    (await allNoteTypes())
      .map((noteType) => ({
        name: noteType.name,
        id: noteType.id,
        fields: noteType.fields.map((field) => `${field.name} ${field.id}`),
        templates: noteType.templates.map((template) => `${template.name} ${template.id}`),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  ).toMatchSnapshot();
});

async function allNoteTypes() {
  const products = [{ path: "all.apkg" }, { path: "aloud.apkg", aloud: true as const }];
  const { artifacts } = await publish(mark(curriculum, "term", 1), products);
  return artifacts.flatMap(({ bytes }) => read(bytes, { open }).noteTypes);
}

test("every note type has three spare fields", async () => {
  for (const noteType of await allNoteTypes()) {
    expect(noteType.fields.slice(-3).map((field) => field.name)).toEqual(["Spare 1", "Spare 2", "Spare 3"]);
  }
});

test("without a register everything has the edition's date", async () => {
  const { notes, noteTypes } = await readAll(curriculum);
  expect(new Set([...notes, ...noteTypes].map((part) => part.modified))).toEqual(new Set([dateOfEdition]));
});

test("figures are named by their content, and those that no card shows are left out", async () => {
  const { media } = await readAll(curriculum);
  expect(media.map((file) => file.name.replace(/-[0-9a-f]{16}(?=\.)/, "-HASH"))).toEqual([
    "one-curve-HASH.svg",
    "one-dot-HASH.png",
  ]);
});

test("a package of a path has the items of its steps, in their order", async () => {
  const { artifacts } = await publish(curriculum, [{ path: "anki/{path}.apkg", each: "path" }]);
  expect(artifacts.map((artifact) => artifact.path)).toEqual(["anki/path.apkg"]);
  const { notes } = read(artifacts[0]?.bytes ?? new Uint8Array(), { open });
  expect([...new Set(notes.map((note) => itemOfKey(note.fields.at(-4) ?? "")))]).toEqual(["formula", "first"]);
});

test("a package of a selection has the same notes", async () => {
  const all = await readAll(curriculum);
  const { artifacts } = await publish(curriculum, [{ path: "a.apkg", kinds: ["formula", "pitfall"] }]);
  const some = read(artifacts[0]?.bytes ?? new Uint8Array(), { open });
  expect(some.notes).toEqual(all.notes.filter((note) => some.notes.some((each) => each.guid === note.guid)));
  expect(some.noteTypes.map((noteType) => noteType.name).sort()).toEqual([
    "Test Edition: Figure",
    "Test Edition: Formula",
    "Test Edition: Pitfall",
  ]);
  expect(some.decks.map((deck) => deck.name)).toEqual(["Test Edition", "Test Edition::Topic One"]);
});

test.each([
  [{ path: "anki/all.apkg" }, true],
  [{ path: "anki/{topic}.apkg", each: "topic" }, true],
  [{ path: "{topic}/deck.apkg", each: "topic" }, true],
  [{ path: "anki/all.apkg", each: "topic" }, false],
  [{ path: "anki/{topic}.apkg" }, false],
  [{ path: "{path}/deck.apkg", each: "path" }, true],
  [{ path: "{topic}/deck.apkg", each: "path" }, false],
  [{ path: "anki/{path}.apkg" }, false],
  [{ path: "anki/update.apkg", retired: true }, true],
  [{ path: "anki/aloud.apkg", aloud: true }, true],
  [{ path: "anki/aloud-update.apkg", aloud: true, retired: true }, true],
  [{ path: "{topic}.apkg", each: "topic", retired: true, topics: ["one"] }, true],
  [{ path: "anki/update.apkg", retired: true, tags: ["hard"] }, false],
  [{ path: "{path}.apkg", each: "path", retired: true }, false],
  [{ path: "../all.apkg" }, false],
  [{ path: "/all.apkg" }, false],
  [{ path: "anki/all.zip" }, false],
  [{ path: "anki/all.apkg", colour: "red" }, false],
])("accepts the product %j: %s", (product, isGood) => {
  expect(AnkiProduct.safeParse(product).success).toBe(isGood);
});
