import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AnkiExport } from "../src/anki-apkg-export.ts";
import { check, read } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";

const theirs = read(readFileSync(join(import.meta.dirname, "fixtures/anki-apkg-export.apkg")), { open });
const picture = theirs.media[0]?.bytes ?? new Uint8Array();

/** The usage in the README of `anki-apkg-export`, with the import changed and nothing else. */
function documentedUsage(): Promise<Uint8Array> {
  const apkg = new AnkiExport("deck-name");

  apkg.addMedia("anki.png", picture);

  apkg.addCard("card #1 front", "card #1 back");
  apkg.addCard("card #2 front", "card #2 back", { tags: ["nice", "better card"] });
  apkg.addCard('card #3 with image <img src="anki.png" />', "card #3 back");

  return apkg.save();
}

test("the documented usage gives the same cards, tags, media and CSS", async () => {
  const ours = read(await documentedUsage(), { open });
  const shown = ({ notes, media, decks, noteTypes }: typeof ours) => ({
    notes: notes.map(({ fields, tags, deck }) => ({ fields, tags, deck })),
    media,
    decks: decks.map(({ name }) => name),
    noteTypes: noteTypes.map(({ name, fields, templates, css }) => ({
      name,
      fields: fields.map((field) => field.name),
      templates: templates.map((template) => ({ ...template, id: 0 })),
      css,
    })),
  });
  expect(shown(ours)).toEqual(shown(theirs));
});

test("its bugs are fixed: guids are stable, dates are in seconds, cards in study order", async () => {
  const [first, second] = [await documentedUsage(), await documentedUsage()];
  const guids = (bytes: Uint8Array) => read(bytes, { open }).notes.map(({ guid }) => guid);
  expect(guids(first)).toEqual(guids(second));
  const now = Math.floor(Date.now() / 1000);
  expect(check(first, { open, now, except: ["media-hashed"] })).toEqual([]);
});

test("the second argument is the template of cards", async () => {
  const apkg = new AnkiExport("Deck", { questionFormat: "Q: {{Front}}", answerFormat: "A: {{Back}}", css: "b {}" });
  apkg.addCard("front", "back", { tags: "one two" });
  const { notes, noteTypes } = read(await apkg.save(), { open });
  expect(noteTypes[0]?.templates[0]).toMatchObject({ question: "Q: {{Front}}", answer: "A: {{Back}}" });
  expect([noteTypes[0]?.css, notes[0]?.tags]).toEqual(["b {}", ["one", "two"]]);
});

test("a file may be a blob, as in a browser", async () => {
  const apkg = new AnkiExport("Deck");
  apkg.addMedia("dot.png", new Blob([Uint8Array.from(picture)]));
  apkg.addCard('<img src="dot.png">', "a dot");
  expect(read(await apkg.save(), { open }).media).toEqual([{ name: "dot.png", bytes: picture }]);
});
