import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { type Collection, PackageError, read, write } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";
import { clozeId, modified, sample } from "./samples.ts";

const [first, second, third] = sample.notes;
const [basic, cloze] = sample.noteTypes;
const guid = JSON.stringify(first?.guid);

type Faulty = [title: string, change: object, message: string];

/** Changes of the first note. */
const notes: Faulty[] = [
  ["a field too few", { fields: ["a"] }, "has 1 fields, but its note type has 2: Front, Back"],
  ["a field too many", { fields: ["a", "b", "c"] }, "has 3 fields, but its note type has 2: Front, Back"],
  ["an unknown note type", { noteType: 7 }, "no note type has the id 7; add it"],
  ["an unknown deck", { deck: "Nowhere" }, 'no deck is called "Nowhere"; add it to `decks`'],
  [
    "an empty first field",
    { fields: ["<br> ", "b"] },
    'its first field, "Front", is empty: Anki leaves such a note out',
  ],
  ["the separator of fields", { fields: ["a\x1fb", "c"] }, 'field "Front" holds the control character U+001F'],
  ["a zero byte", { fields: ["a", "\0"] }, 'field "Back" holds the control character U+0000'],
  ["half a surrogate pair", { fields: ["a", "\ud83d"] }, 'field "Back" holds half a surrogate pair'],
  [
    "a tag with a space",
    { tags: ["two words"] },
    'tag "two words" holds a space, a quote or a control character; use `-`',
  ],
  ["the tag marked", { tags: ["Marked"] }, 'tag "Marked" has a meaning for Anki itself; choose another'],
  ["the tag leech", { tags: ["leech"] }, 'tag "leech" has a meaning for Anki itself; choose another'],
  ["a tag with an empty level", { tags: ["a::"] }, 'tag "a::" has an empty level; write `parent::child`'],
  [
    "tags that differ in case",
    { tags: ["a", "A"] },
    'tag "a" differs from another in case only: Anki keeps one of them',
  ],
  ["half a surrogate pair in a tag", { tags: ["\ud83d"] }, 'tag "\\ud83d" holds half a surrogate pair'],
  ["a missing file", { fields: ["a", "[sound:b.mp3]"] }, 'shows the file "b.mp3", which `media` does not have'],
  [
    "milliseconds",
    { modified: modified * 1000 },
    "`modified` is 1767225600000, expected whole seconds since 1970 (not milliseconds)",
  ],
  [
    "a fraction of a second",
    { modified: 0.5 },
    "`modified` is 0.5, expected whole seconds since 1970 (not milliseconds)",
  ],
  [
    "a cloze note without a deletion",
    { noteType: clozeId, fields: ["no cloze"] },
    "makes no card: none of its cloze fields holds a deletion such as `{{c1::…}}`",
  ],
  ["a cloze number 0", { noteType: clozeId, fields: ["{{c0::a}}"] }, "cloze number 0, expected 1 to 500"],
  ["a cloze number too large", { noteType: clozeId, fields: ["{{c501::a}}"] }, "cloze number 501, expected 1 to 500"],
];

test.each(notes)("a note with %s is refused", (_title, change, message) => {
  const collection = { ...sample, notes: [{ ...first, ...change }, second, third] } as Collection;
  const given = "guid" in change ? "" : guid;
  expect(() => write(collection, { open })).toThrow(new PackageError(`note 1 (guid ${given})`, message));
});

test("two notes with the same guid are refused", () => {
  const collection = { ...sample, notes: [first, { ...second, guid: first?.guid }] } as Collection;
  expect(() => write(collection, { open })).toThrow(`note 2 (guid ${guid}): note 1 has the same guid`);
});

test("a note whose questions are all empty is refused", () => {
  const template = { name: "T", question: "{{#Back}}{{Front}}{{/Back}}", answer: "{{Front}}" };
  const collection = { ...sample, noteTypes: [{ ...basic, templates: [template] }, cloze] } as Collection;
  expect(() => write(collection, { open })).toThrow(
    /^note 2 \(guid .*\): makes no card: with these fields the question of every template is empty$/,
  );
});

test("a note without a guid is refused", () => {
  const collection = { ...sample, notes: [{ ...first, guid: " " }] } as Collection;
  expect(() => write(collection, { open })).toThrow('note 1 (guid " "): has no guid; see `guidFor`');
});

test("a note of another type may contain text like a malformed cloze", () => {
  const collection = { ...sample, notes: [{ ...first, fields: ["{{c0::a}}", "{{c999::b}}"] }] } as Collection;
  expect(read(write(collection, { open }), { open }).notes[0]?.fields).toEqual(["{{c0::a}}", "{{c999::b}}"]);
});

test("a cloze note type with two templates is refused", () => {
  const template = { question: "{{cloze:Text}}", answer: "{{cloze:Text}}" };
  const templates = [
    { name: "A", ...template },
    { name: "B", ...template },
  ];
  const collection = { ...sample, noteTypes: [basic, { ...cloze, templates }] } as Collection;
  expect(() => write(collection, { open })).toThrow('note type "Cloze": has 2 templates; a cloze note type has one');
});

/** Changes of the note type Basic. */
const noteTypes: Faulty[] = [
  ["no fields", { fields: [] }, "has no fields; a note needs one at least"],
  ["no templates", { templates: [] }, "has no templates; add one to make cards"],
  [
    "an id that is no number",
    { id: Number.NaN },
    "the id NaN is not a positive whole number; see `noteTypeId` and `deckId`",
  ],
  ["an empty name", { name: " " }, "has no name"],
  [
    "a template without a name",
    { templates: [{ name: " ", question: "{{Front}}", answer: "{{Back}}" }] },
    'note type "Basic", template " ": has no name',
  ],
  ["a sort field that is not there", { sortField: 2 }, "sorts by field 2, but has 2 (from 0)"],
  [
    "two fields of one name",
    { fields: [{ name: "A" }, { name: "a" }] },
    'field "a": has the name of note type "Basic", field "A" too',
  ],
  [
    "two fields of one id",
    {
      fields: [
        { name: "A", id: 5 },
        { name: "B", id: 5 },
      ],
    },
    'field "B": has the id of note type "Basic", field "A" too',
  ],
  ["a brace in a field's name", { fields: [{ name: "A}" }] }, "a name with `}` cannot be used in a template"],
  ["a field named Tags", { fields: [{ name: "tags" }] }, "Anki has a field of this name itself; choose another"],
  ["a space at the end of a field's name", { fields: [{ name: "A " }] }, "the name is empty or has space at an end"],
];

const templates: [question: string, message: string][] = [
  ["{{Nope}}", "question: no field is called `Nope`; the fields are `Front`, `Back`"],
  ["{{#Front}}{{Back}}", "question: `{{#Front}}` is not closed; add `{{/Front}}`"],
  ["{{#Front}}{{Back}}{{/Back}}", "question: `{{/Back}}` closes a section, but expected `{{/Front}}`"],
  ["{{Front}}{{/Back}}", "question: `{{/Back}}` closes a section, but none is open"],
  ["no field at all", "question: shows no field, such as `{{Front}}`"],
  ["{{}}{{Front}}", "question: no field is called ``; the fields are `Front`, `Back`"],
  ["{{=<% %>=}}<%Front%>", "question: no field is called `=<% %>=`; the fields are `Front`, `Back`"],
];

test.each([
  ...noteTypes,
  ...templates.map(
    ([question, message]): Faulty => [
      `the question ${question}`,
      { templates: [{ name: "T", question, answer: "{{Front}}" }] },
      message,
    ],
  ),
])("a note type with %s is refused", (_title, change, message) => {
  const collection = { ...sample, noteTypes: [{ ...basic, ...change }, cloze], notes: [] } as Collection;
  expect(() => write(collection, { open })).toThrow(message);
  expect(() => write(collection, { open })).toThrow(/^note type /);
});

test("a cloze note type whose template shows no cloze is refused", () => {
  const template = { name: "T", question: "{{Text}}", answer: "{{cloze:Text}}" };
  const collection = { ...sample, noteTypes: [basic, { ...cloze, templates: [template] }] } as Collection;
  expect(() => write(collection, { open })).toThrow(
    'note type "Cloze", template "T": question: a cloze template shows a field as `{{cloze:Text}}` on both sides',
  );
});

test.each([
  ["A::", "a level of the name is empty or has space at an end; write `Parent::Child`"],
  [" A", "a level of the name is empty or has space at an end; write `Parent::Child`"],
  ["default", "is the deck every learner has already; give your notes one of their own"],
  ["a\x07", "its name holds the control character U+0007"],
])("a deck named %j is refused", (name, message) => {
  const collection = { ...sample, decks: [...sample.decks, { name }] };
  expect(() => write(collection, { open })).toThrow(new PackageError(`deck ${JSON.stringify(name)}`, message));
});

test("two decks that differ in case only are refused", () => {
  const collection = { ...sample, decks: [...sample.decks, { name: "TEST::one" }] };
  expect(() => write(collection, { open })).toThrow('deck "Test": has the name of deck "TEST" too');
});

test.each([
  ["", "the name is empty"],
  ["a/b.png", 'the name holds "/", which Anki removes'],
  ["..\\b.png", 'the name holds "\\\\", which Anki removes'],
  ["a?.png", 'the name holds "?", which Anki removes'],
  ["con.png", "the name is that of a device on Windows"],
  ["a.png ", "the name begins or ends with a space or a dot"],
  [`${"é".repeat(60)}.png`, "the name takes 124 bytes, more than 120"],
  ["Thumbs.db", "files of this name do not sync"],
])("a media file named %j is refused", (name, message) => {
  const collection = { ...sample, media: [...sample.media, { name, bytes: new Uint8Array() }] };
  expect(() => write(collection, { open })).toThrow(new PackageError(`media file ${JSON.stringify(name)}`, message));
});

test("two media files with the same name are refused", () => {
  const collection = { ...sample, media: [...sample.media, ...sample.media] };
  expect(() => write(collection, { open })).toThrow(/^media file "(.*)": has the name of media file "\1" too$/);
});

const good = write(sample, { open });

test.each([
  ["no zip", strToU8("hello"), /^package: is not a whole zip file/],
  ["half a package", good.slice(0, good.length / 2), /^package: is not a whole zip file/],
  ["a zip of something else", zipSync({ a: strToU8("b") }), /^package: holds no `collection.anki2`/],
  ["a database that is none", zipSync({ "collection.anki2": strToU8("b") }), /^collection: is not a SQLite database/],
  [
    "a media map that is none",
    zipSync({ "collection.anki2": empty(), media: strToU8("[1]") }),
    /^package: its file `media`/,
  ],
  ["an empty database", zipSync({ "collection.anki2": empty() }), /^collection: cannot be read: no such table: col/],
])("%s is refused when read", (_title, bytes, message) => {
  expect(() => read(bytes, { open })).toThrow(PackageError);
  expect(() => read(bytes, { open })).toThrow(message);
});

test("a package that unpacks to more than the limit is refused", () => {
  expect(() => read(good, { open, limit: 1000 })).toThrow("package: unpacks to more than 1000 bytes; raise `limit`");
});

test("a view in place of a table is refused, since it could run without end", () => {
  const database = open();
  database.run("CREATE VIEW col AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n");
  const bytes = zipSync({ "collection.anki2": database.serialize() });
  expect(() => read(bytes, { open })).toThrow("collection: holds the view `col`");
});

function empty(): Uint8Array {
  const database = open();
  database.run("CREATE TABLE t (a)");
  return database.serialize();
}
