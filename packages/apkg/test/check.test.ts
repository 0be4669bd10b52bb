import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { type CheckName, type Collection, check, checkReasons, mediaName, read, write } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";
import { fixedTimeInWords, withFiles, withJson, withSql } from "./damage.ts";
import { basicId, figureName, modified, sample } from "./samples.ts";

const good = write(sample, { open });
const now = modified + 1000;
const guid = JSON.stringify(sample.notes[0]?.guid);
const firstNote = `note (guid ${guid})`;
const whereFirst = `guid = '${sample.notes[0]?.guid}'`;
const cardOfFirst = `nid = (SELECT id FROM notes WHERE ${whereFirst})`;

/** Sets the first field of the first note, and the columns that follow from it. */
const sqlField = (html: string) => `UPDATE notes SET flds = '${html}' || char(31) || 'b' WHERE ${whereFirst}`;

const renamed = (to: string) =>
  withFiles(good, (files) => {
    files.media = strToU8(JSON.stringify({ 0: to }));
  });

/** Damaged packages for each check, and the fault it reports. */
const damages: [check: CheckName, package_: Uint8Array, found: string][] = [
  ["readable", strToU8("nothing"), "package is not a whole zip file"],
  [
    "no-meta",
    withFiles(good, (files) => Object.assign(files, { meta: new Uint8Array([8, 1]) })),
    "package holds a file `meta`",
  ],
  [
    "one-collection",
    withFiles(good, (files) => Object.assign(files, { "collection.anki21": files["collection.anki2"] })),
    "package holds collection.anki2 and collection.anki21",
  ],
  [
    "media-map",
    withFiles(good, (files) => Object.assign(files, { 7: new Uint8Array() })),
    'file "7" is in the package but not in its `media` map',
  ],
  [
    "media-map",
    withFiles(good, (files) => {
      delete files[0];
    }),
    `media file "${figureName}" is named but not in the package`,
  ],
  [
    "media-map",
    withFiles(good, (files) => {
      files.x = files[0] ?? new Uint8Array();
      files.media = strToU8(JSON.stringify({ x: figureName }));
      delete files[0];
    }),
    `media file "${figureName}" has the key "x", not a number`,
  ],
  [
    "fixed-times",
    withFiles(good, () => {}, new Date(2026, 1, 2)),
    'file "collection.anki2" has another time than the fixed one',
  ],
  ["media-name", renamed("a/b.png"), 'media file "a/b.png" the name holds "/", which Anki removes'],
  ["media-name", renamed(`${"é".repeat(70)}.png`), "the name takes 144 bytes, more than 120"],
  [
    "media-map",
    withFiles(good, (files) => {
      delete files.media;
    }),
    "package holds no file `media`",
  ],
  [
    "media-name",
    withFiles(good, (files) => {
      files[1] = files[0] ?? new Uint8Array();
      files.media = strToU8(JSON.stringify({ 0: "a.png", 1: "A.png" }));
    }),
    'media file "A.png" is there twice (case apart)',
  ],
  ["ids", withJson(good, "models", /^\{"(\d)/, '{"9$1'), 'note type "Basic" has the id'],
  [
    "ids",
    withJson(good, "decks", /"id":1\d{12},"name":"Test"/, '"id":77,"name":"Test"'),
    'deck "Test" the id 77 has not 13 digits',
  ],
  ["due-order", withSql(good, `UPDATE cards SET due = 0 WHERE ${cardOfFirst}`), "has due 0, expected 1 to 3"],
  ["dates", withSql(good, `UPDATE notes SET mod = -1 WHERE ${whereFirst}`), "the mod -1 is no whole number of seconds"],
  ["media-name", renamed("e\u0301.png"), "the name is not in Unicode form NFC"],
  ["media-hashed", renamed("figure.png"), 'media file "figure.png" has a name without the hash of its bytes'],
  [
    "media-present",
    withSql(good, sqlField('<img src="gone.png">')),
    `${firstNote} shows "gone.png", which is not there`,
  ],
  ["media-present", withSql(good, sqlField("[sound:gone.mp3]")), `${firstNote} shows "gone.mp3", which is not there`],
  ["media-used", withSql(good, sqlField("x")), `media file "${figureName}" is referred to by no note`],
  ["integrity", damagedIndex(), "missing from index ix_notes_csum"],
  ["no-history", withSql(good, "INSERT INTO graves VALUES (0, 1, 2)"), "table graves holds 1 rows, expected none"],
  [
    "no-history",
    withSql(good, "INSERT INTO revlog VALUES (1, 1, 0, 3, 1, 1, 2500, 900, 0)"),
    "table revlog holds 1 rows",
  ],
  [
    "ids",
    withSql(good, `UPDATE cards SET id = 12 WHERE ${cardOfFirst} AND ord = 0`),
    "card 12 the id 12 has not 13 digits",
  ],
  ["ids", withSql(good, `UPDATE cards SET id = 1900000000000 WHERE ${cardOfFirst} AND ord = 0`), "is in the future"],
  [
    "ids",
    withJson(good, "models", /"id":1\d{12},"name":"Basic"/, '"id":5,"name":"Basic"'),
    'note type "Basic" the id 5 has not 13 digits',
  ],
  [
    "ids",
    withJson(good, "decks", /"id":1\d{12},"name":"Test"/, '"id":1500000000000,"name":"Test"'),
    "has the id 1500000000000 under the key",
  ],
  [
    "dates",
    withSql(good, `UPDATE notes SET mod = mod * 1000 WHERE ${whereFirst}`),
    `${firstNote} the mod 1767225600000 is in milliseconds`,
  ],
  ["dates", withSql(good, `UPDATE notes SET mod = ${now + 1} WHERE ${whereFirst}`), "is in the future"],
  ["dates", withJson(good, "models", /"mod":\d+/, '"mod":1.5'), "the mod 1.5 is no whole number of seconds"],
  [
    "field-and-template-ids",
    withJson(good, "models", /("name":"Front"[^}]*),"id":\d+/, "$1"),
    'field "Front" has no id',
  ],
  [
    "field-and-template-ids",
    withJson(good, "models", /("name":"Back again".*?"id":)\d+/, `$1${templateIdOf("Forward")}`),
    'template "Back again" has the id',
  ],
  [
    "templates",
    withJson(good, "models", /\{\{FrontSide\}\}/, "{{Frontside}}"),
    "answer: no field is called `Frontside`",
  ],
  [
    "templates",
    withJson(good, "models", /"qfmt":"\{\{Front\}\}"/, '"qfmt":"{{#Front}}"'),
    "question: `{{#Front}}` is not closed",
  ],
  ["template-deck", withJson(good, "models", /("bafmt":"","did":)null/, "$11"), "names deck 1, expected null"],
  [
    "deck-parents",
    withJson(good, "decks", /"name":"Test"/, '"name":"Best"'),
    'deck "Test::One" its parent "Test" is not there',
  ],
  ["deck-plain", withJson(good, "decks", /("name":"Test"[^}]*"dyn":)0/, "$11"), 'deck "Test" has dyn 1, expected 0'],
  [
    "guid-unique",
    withSql(good, `UPDATE notes SET guid = '${sample.notes[0]?.guid}'`),
    `${firstNote} another note has the same guid`,
  ],
  ["guid-unique", withSql(good, `UPDATE notes SET guid = '' WHERE ${whereFirst}`), "has no guid"],
  [
    "note-type-exists",
    withSql(good, `UPDATE notes SET mid = 7 WHERE ${whereFirst}`),
    `${firstNote} its note type 7 is not there`,
  ],
  [
    "field-count",
    withSql(good, `UPDATE notes SET flds = 'one' WHERE ${whereFirst}`),
    `${firstNote} has 1 fields, its note type 2`,
  ],
  ["field-text", withSql(good, sqlField("e\u0301")), `${firstNote} a field is not in form NFC`],
  ["field-text", withSql(good, sqlField("a\x07")), `${firstNote} a field holds U+0007`],
  [
    "sort-field",
    withSql(good, `UPDATE notes SET sfld = 'dog' WHERE ${whereFirst}`),
    `${firstNote} its sfld is "dog", expected "chat"`,
  ],
  [
    "sort-field",
    withSql(good, `UPDATE notes SET csum = 1 WHERE ${whereFirst}`),
    `${firstNote} its csum is 1, expected`,
  ],
  [
    "tags",
    withSql(good, `UPDATE notes SET tags = ' Leech ' WHERE ${whereFirst}`),
    'its tag "Leech" has a meaning for Anki itself',
  ],
  ["tags", withSql(good, `UPDATE notes SET tags = 'noun' WHERE ${whereFirst}`), "its tags have no space at both ends"],
  [
    "tags",
    withSql(good, `UPDATE notes SET tags = ' a"b ' WHERE ${whereFirst}`),
    "holds a space, a quote or a control character",
  ],
  ["card-note", withSql(good, `UPDATE cards SET nid = 7 WHERE ${cardOfFirst}`), "its note 7 is not there"],
  ["card-deck", withSql(good, `UPDATE cards SET did = 7 WHERE ${cardOfFirst}`), "its deck 7 is not there"],
  [
    "card-deck",
    withSql(good, `UPDATE cards SET did = 1 WHERE ${cardOfFirst}`),
    "lies in deck 1, which is the learner's Default",
  ],
  ["card-unique", withSql(good, `UPDATE cards SET ord = 0 WHERE ${cardOfFirst}`), "has another card 0"],
  [
    "card-ords",
    withSql(good, `DELETE FROM cards WHERE ${cardOfFirst} AND ord = 1`),
    `${firstNote} has the cards [0], its fields make [0, 1]`,
  ],
  [
    "card-ords",
    withSql(good, "UPDATE notes SET flds = replace(flds, 'c2::', 'c9::')"),
    "has the cards [0, 1], its fields make [0, 8]",
  ],
  [
    "card-ords",
    withSql(good, `UPDATE notes SET flds = char(31) WHERE ${whereFirst}`),
    "makes no card: its question is empty",
  ],
  [
    "card-new",
    withSql(good, `UPDATE cards SET type = 2, queue = 2, ivl = 10 WHERE ${cardOfFirst}`),
    "has type 2, expected 0",
  ],
  ["card-new", withSql(good, `UPDATE cards SET lapses = 1 WHERE ${cardOfFirst}`), "has lapses 1, expected 0"],
  ["due-order", withSql(good, `UPDATE cards SET due = 9 WHERE ${cardOfFirst}`), "has due 9, expected 1 to 3"],
  ["due-order", withSql(good, "UPDATE cards SET due = 1"), "has due 1, as note"],
  ["due-order", withSql(good, `UPDATE cards SET due = 2 + ord WHERE ${cardOfFirst}`), "its cards have the dues 2, 3"],
  ["html-safe", withSql(good, sqlField("<script>1</script>")), `${firstNote} holds the element <script>`],
  ["html-safe", withSql(good, sqlField("<svg/onload=alert(1)>")), `${firstNote} holds the event handler onload`],
  ["html-safe", withSql(good, sqlField('<a href="java&#9;script:x">x</a>')), "holds an address that runs code in href"],
  [
    "html-safe",
    withSql(good, sqlField('<img src="https://example.org/x.png">')),
    'fetches "https://example.org/x.png" from elsewhere',
  ],
  ["html-safe", withSql(good, sqlField('<img src="//example.org/x.png">')), "from elsewhere"],
  ["html-safe", withSql(good, sqlField('<p style="background:url(x)">x')), "fetches from elsewhere in style"],
  [
    "html-safe",
    withJson(good, "models", /color: black;/, "background: url(https://example.org/x);"),
    "its CSS fetches from elsewhere",
  ],
  ["html-safe", withJson(good, "models", /<hr>/, "<iframe>"), 'template "Forward" holds the element <iframe>'],
  ["tex-balanced", withSql(good, sqlField("\\(x")), `${firstNote} \`\\(\` is not closed`],
  ["tex-balanced", withSql(good, sqlField("x\\]")), `${firstNote} \`\\]\` closes no formula`],
  ["tex-balanced", withSql(good, sqlField("\\(a \\[b\\]\\)")), "`\\[` inside a formula that began with `\\(`"],
];

/** Releases that break a promise of the one before. */
const releases: [check: CheckName, next: Collection, found: string][] = [
  ["guid-kept", { ...sample, notes: sample.notes.slice(1) }, `${firstNote} was in the last release and is gone`],
  [
    "mod-follows-content",
    changeNote({ fields: ["<b>chat</b>!", sample.notes[0]?.fields[1] ?? ""] }),
    `${firstNote} changed, but its mod did not grow`,
  ],
  ["mod-follows-content", changeNote({ tags: [] }), `${firstNote} changed, but its mod did not grow`],
  ["mod-follows-content", changeNote({ modified: modified + 1 }), `${firstNote} did not change, but its mod did`],
  [
    "note-type-kept",
    changeBasic({ fields: [{ name: "Front" }, { name: "Back side" }] }),
    'note type "Basic" its kind, or the ids',
  ],
  ["note-type-kept", changeBasic({ id: basicId + 1 }), 'note type "Basic" was in the last release'],
  [
    "note-type-mod",
    changeBasic({ css: ".card { color: red; }" }),
    'note type "Basic" its text changed, but its mod did not grow',
  ],
  [
    "note-type-mod",
    changeBasic({ modified: modified + 1 }),
    'note type "Basic" its text did not change, but its mod did',
  ],
  [
    "deck-kept",
    { ...sample, decks: [{ name: "Best" }], notes: sample.notes.map((note) => ({ ...note, deck: "Best" })) },
    'deck "Test::One" was in the last release and is gone',
  ],
  [
    "media-kept",
    { ...sample, media: [{ name: figureName, bytes: new Uint8Array([1]) }] },
    `media file "${figureName}" has other bytes`,
  ],
];

test("a good package has no faults, alone and as its own update", () => {
  expect(check(good, { open, now })).toEqual([]);
  expect(check(good, { open, now, previous: good })).toEqual([]);
});

describe("a package that breaks a promise is reported", () => {
  test.each(damages)("%s: %#", (name, bytes, found) => {
    const faults = check(bytes, { open, now }).filter((fault) => fault.check === name);
    expect(faults.map((fault) => `${fault.where} ${fault.what}`).join("\n")).toContain(found);
    expect(faults[0]?.why).toBe(checkReasons[name]);
  });

  test.each(releases)("%s: %#", (name, next, found) => {
    const bytes = write(next, { open });
    const faults = check(bytes, { open, now, previous: good }).filter((fault) => fault.check === name);
    expect(faults.map((fault) => `${fault.where} ${fault.what}`).join("\n")).toContain(found);
  });
});

test("one of these packages breaks each check", () => {
  const broken = new Set([...damages, ...releases].map(([name]) => name));
  expect([...broken].sort()).toEqual(Object.keys(checkReasons).sort());
});

test("a check that does not apply can be left out", () => {
  const named = renamed("figure.png");
  const names = (except: CheckName[]) => check(named, { open, now, except }).map((fault) => fault.check);
  expect(names([])).toContain("media-hashed");
  expect(names(["media-hashed"])).not.toContain("media-hashed");
});

test("a release may rename a field, change a description, add notes, and change text with a newer mod", () => {
  const before = read(good, { open });
  const next = {
    ...before,
    noteTypes: before.noteTypes.map((noteType) => ({
      ...noteType,
      modified: modified + 1,
      fields: noteType.fields.map((field) => ({ ...field, name: `My ${field.name}` })),
      templates: noteType.templates.map((template) => ({
        ...template,
        question: template.question.replaceAll(/(?<=[{#/:])(?=Front|Back|Text)/g, "My "),
        answer: template.answer.replaceAll(/(?<=[{#/:])(?=Front\}|Back|Text)/g, "My "),
      })),
    })),
    notes: [...before.notes, { ...before.notes[1], guid: "new", fields: ["new", ""] }],
  } as Collection;
  expect(check(write(next, { open }), { open, now, previous: good })).toEqual([]);
});

test("code and text that MathJax skips may contain its delimiters", () => {
  const html =
    'see <pre><code>re.compile("\\(")</code></pre> <span class="tex2jax_ignore">\\(</span> \\(x\\) \\[a \\\\[1ex] b\\]';
  const faults = check(write(changeNote({ fields: [html, "b"] }), { open }), { open, now });
  expect(faults.map((fault) => fault.check)).toEqual(["media-used"]);
});

test("the fixed time is the first day that a zip can represent", () => {
  expect(fixedTimeInWords).toBe("1980-1-1");
});

test("a changed figure gets another name", () => {
  expect(mediaName("a.png", new Uint8Array([1]))).not.toBe(mediaName("a.png", new Uint8Array([2])));
});

function changeNote(change: Partial<Collection["notes"][number]>): Collection {
  const [first, ...others] = sample.notes;
  return { ...sample, notes: [{ ...first, ...change } as Collection["notes"][number], ...others] };
}

function changeBasic(change: Partial<Collection["noteTypes"][number]>): Collection {
  const [basic, ...others] = sample.noteTypes;
  const noteTypes = [{ ...basic, ...change } as Collection["noteTypes"][number], ...others];
  const notes = sample.notes.map((note) =>
    note.noteType === basicId ? { ...note, noteType: change.id ?? note.noteType } : note,
  );
  const templates = [{ name: "Forward", question: "{{Front}}", answer: "{{Front}}" }];
  return change.fields === undefined
    ? { ...sample, noteTypes, notes }
    : { ...sample, noteTypes: noteTypes.map((type) => (type.id === basicId ? { ...type, templates } : type)), notes };
}

function templateIdOf(name: string): string {
  const template = read(good, { open })
    .noteTypes.flatMap((noteType) => noteType.templates)
    .find((each) => each.name === name);
  return String(template?.id);
}

/** A database whose index contradicts its table. */
function damagedIndex(): Uint8Array {
  return withFiles(good, (files) => {
    const bytes = files["collection.anki2"] ?? new Uint8Array();
    const at = new TextDecoder("latin1").decode(bytes).indexOf("notes (csum)");
    bytes.set(strToU8("notes (sfld)"), at);
  });
}
