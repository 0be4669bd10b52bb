import { expect, test } from "vitest";
import { Exporter } from "../src/exporter.ts";
import { check, read } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";
import { figure, figureName, modified } from "./samples.ts";

async function save(back: string, date: number): Promise<Uint8Array> {
  const exporter = new Exporter("Words", { open, modified: date });
  exporter.addMedia(figureName, figure);
  exporter.addCard("chat", back, { tags: ["two words", "noun"] });
  exporter.addCard("chien", `dog <img src="${figureName}">`, { tags: "noun animal" });
  exporter.addCard("chat", "to chat");
  return exporter.save();
}

test("cards, tags and media of the small API are in the package", async () => {
  const collection = read(await save("cat", modified), { open });
  expect(collection.notes.map((note) => [note.fields, note.tags])).toEqual([
    [
      ["chat", "cat"],
      ["noun", "two_words"],
    ],
    [
      ["chien", `dog <img src="${figureName}">`],
      ["animal", "noun"],
    ],
    [["chat", "to chat"], []],
  ]);
  expect(collection.decks.map((deck) => deck.name)).toEqual(["Words"]);
  expect(collection.media).toEqual([{ name: figureName, bytes: figure }]);
});

test("a second export of the same cards updates them instead of doubling them", async () => {
  const before = await save("cat", modified);
  const after = await save("cat, tom-cat", modified + 60);
  const guids = (bytes: Uint8Array) => read(bytes, { open }).notes.map((note) => note.guid);
  expect(guids(after)).toEqual(guids(before));
  const faults = check(after, { open, now: modified + 60, previous: before });
  // The small API has one date for all, so unchanged cards are updated too.
  expect(new Set(faults.map((fault) => fault.check))).toEqual(new Set(["mod-follows-content", "note-type-mod"]));
});

test("the same cards at the same time give the same bytes", async () => {
  expect(await save("cat", modified)).toEqual(await save("cat", modified));
});
