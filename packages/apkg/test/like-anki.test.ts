import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clozeNumbers, compileCardOrds } from "../src/card-ords.ts";
import type { NoteType } from "../src/collection.ts";
import { checksum, stripHtml } from "../src/field-text.ts";
import { PackageError, read, write } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";
import { faultsOfTemplate } from "../src/template-faults.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const fixtureJson = (name: string) => JSON.parse(fixture(name).toString("utf8"));

/** SQLite stores text that looks like a number as a number. */
const asStored = (text: string) =>
  text.trim() !== "" && !/^0x/.test(text) && !Number.isNaN(Number(text)) ? String(Number(text)) : text;

interface SortField {
  field: string;
  sfld: string;
  csum: number;
}

test.each<SortField>(fixtureJson("sort-fields.json"))(
  "Anki sorts and hashes $field the same",
  ({ field, sfld, csum }) => {
    expect(asStored(stripHtml(field))).toBe(sfld);
    expect(checksum(stripHtml(field))).toBe(csum);
  },
);

interface Front {
  front: string;
  fields: Record<"A" | "B" | "C", string>;
  makesCard: boolean | null;
}

test.each<Front>(fixtureJson("fronts.json"))("Anki makes the same cards of $front with $fields", (example) => {
  const fields = [{ name: "A" }, { name: "B" }, { name: "C" }];
  const noteType: NoteType = {
    id: 1,
    name: "T",
    kind: "standard",
    fields,
    templates: [{ name: "T", question: example.front, answer: "{{A}}" }],
    modified: 0,
  };
  if (example.makesCard === null) {
    expect(faultsOfTemplate(noteType, example.front, "question")).not.toEqual([]);
  } else {
    const ords = compileCardOrds(noteType)({ fields: Object.values(example.fields), tags: ["t"] });
    expect(ords).toEqual(example.makesCard ? [0] : []);
  }
});

interface Cloze {
  field: string;
  ords: number[];
}

test.each<Cloze>(fixtureJson("clozes.json"))("Anki makes the same cards of the cloze $field", ({ field, ords }) => {
  // Anki moves 0 and 501 into range; here they are refused, see errors.test.ts.
  const inRange = clozeNumbers(field).filter((number) => number >= 1 && number <= 500);
  const bent = clozeNumbers(field).some((number) => number > 500 && number < 65_536);
  expect(inRange.map((number) => number - 1)).toEqual(bent ? [] : ords);
});

test("a deck exported by Anki is read: notes, note types with 64-bit ids, decks, media", () => {
  const collection = read(fixture("older-format.apkg"), { open });
  expect(collection.notes).toEqual([
    {
      guid: "basic-guid",
      noteType: expect.any(Number),
      deck: "Languages::Français",
      fields: ["chat", 'cat <img src="café.png">'],
      tags: ["animal::pet", "noun"],
      modified: 1_795_217_148,
    },
    {
      guid: "cloze-guid",
      noteType: expect.any(Number),
      deck: "Languages::Français",
      fields: ["Paris est la {{c1::capitale}} de la {{c2::France}}", "extra"],
      tags: [],
      modified: 1_795_217_148,
    },
  ]);
  expect(collection.decks.map((deck) => deck.name)).toEqual(["Languages", "Languages::Français"]);
  expect(collection.media).toEqual([{ name: "café.png", bytes: new Uint8Array([137, 80, 78, 71, 13, 10]) }]);
  expect(collection.noteTypes.map((noteType) => [noteType.kind, noteType.templates.length])).toContainEqual([
    "cloze",
    1,
  ]);
  const again = read(write(collection, { open }), { open });
  expect(again).toEqual(collection);
});

test("a package of Anki's newest format is refused, and the message says what to do", () => {
  expect(() => read(fixture("newest-format.apkg"), { open })).toThrow(
    new PackageError(
      "package",
      "is of Anki's newest format; export it with `Support older Anki versions` and read that",
    ),
  );
});
