import { check, guidFor, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import type { Block, Curriculum, Inline } from "@high-recall/core";
import { changesBetween, lostItems, Register } from "@high-recall/release";
import fc from "fast-check";
import { expect, test } from "vitest";
import { notesOf } from "../src/index.ts";
import { blocks, curriculum, hostile, text } from "./curriculum.ts";
import { asPackaged, publishAll, readAll, release } from "./publish.ts";
import { readable } from "./readable.ts";
import { dated, fixTypo, rename, retire, withItem } from "./releases/edit.ts";
import { releaseOf } from "./releases/packages.ts";
import { renderCards } from "./render-card.ts";

const mark = (...children: Inline[]): Inline => ({ type: "mark", children });
const tex = (value: string): Inline => ({ type: "inlineMath", value });
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });
const list = (...entries: Block[][]): Block => ({
  type: "list",
  ordered: false,
  start: null,
  spread: false,
  children: entries.map((children) => ({ type: "listItem", checked: null, children })),
});

const withLead = (id: string, ...lead: Block[]): Curriculum => withItem(curriculum, id, () => ({ lead }));
const marked = withLead(
  "term",
  paragraph(
    text("Precision is the share of "),
    mark(text("alarms")),
    text(" that are "),
    mark(text("right")),
    text("."),
  ),
);
const first = release(marked);
const later = (changed: Curriculum) => dated(changed, "2026-12-24");

/** The text fields of the notes of an item's marks. */
async function textsOf(given: Curriculum): Promise<string[]> {
  const { notes, noteTypes } = await readAll(given);
  const cloze = noteTypes.find(({ kind }) => kind === "cloze");
  return notes.flatMap(({ noteType, fields }) => (noteType === cloze?.id ? [fields[2] ?? ""] : []));
}

test("a lead without marks has no note of marks", async () => {
  expect(await textsOf(curriculum)).toEqual([]);
});

test("each mark of a sentence is a separate gap, numbered in order", async () => {
  expect(await textsOf(marked)).toEqual(["<p>Precision is the share of {{c1::alarms}} that are {{c2::right}}.</p>"]);
});

test("only the sentence of a mark is asked, and each sentence with marks is a note", async () => {
  const given = withLead(
    "pitfall",
    paragraph(
      text("Before it. It "),
      mark(text("leaks")),
      text(". Nothing here. Then it "),
      mark(text("fails")),
      text("."),
    ),
  );
  expect(await textsOf(given)).toEqual(["<p>It {{c1::leaks}}.</p>", "<p>Then it {{c1::fails}}.</p>"]);
});

test("the item's title is above, unless it gives a gap away", async () => {
  const of = async (...lead: Inline[]) => {
    const { notes, noteTypes } = await readAll(withLead("pitfall", paragraph(...lead)));
    const cloze = noteTypes.find(({ kind }) => kind === "cloze");
    return notes.find(({ noteType }) => noteType === cloze?.id)?.fields[1];
  };
  expect(await of(text("It "), mark(text("leaks")), text("."))).toBe("Scaling before the split");
  expect(await of(mark(text("Scaling")), text(" comes later."))).toBe("");
});

test("the marks of a list entry are one gap, those of a nested entry another", async () => {
  const entry = [paragraph(mark(text("a")), text(" or "), mark(text("b"))), list([paragraph(mark(text("c")))])];
  const given = withLead("term", paragraph(mark(text("z"))), list(entry, [paragraph(mark(text("d")))]));
  const numbers = (await textsOf(given)).map((each) => each.match(/c\d+::[a-z]/g));
  expect(numbers).toEqual([["c1::z"], ["c1::a", "c1::b"], ["c1::c"], ["c1::d"]]);
});

test("the marks of a guide make no cards", async () => {
  expect(await textsOf(withLead("guide", paragraph(mark(text("x")))))).toEqual([]);
});

test("the note of marks follows the item's own, with the same deck and tags and its own guid", async () => {
  const { notes } = await readAll(marked);
  const at = notes.findIndex(({ guid }) => guid === guidFor("test-edition", "term"));
  expect(notes[at + 1]?.guid).toBe(guidFor("test-edition", "term#cloze-1"));
  expect(notes[at + 1]?.tags).toEqual(notes[at]?.tags);
  expect(notes[at + 1]?.deck).toBe(notes[at]?.deck);
});

test("a front hides its own gap and shows the others; the back shows all", async () => {
  const cards = renderCards(await readAll(marked)).filter(({ template }) => template.startsWith("Cloze"));
  const shown = cards.map(({ question, answer }) =>
    [question, answer].map((side) => readable(side).replaceAll("\n", " ")),
  );
  expect(cards).toHaveLength(2);
  expect(shown[0]?.[0]).toContain("Precision is the share of [...] that are right.");
  expect(shown[0]?.[1]).toContain("Precision is the share of alarms that are right.");
  expect(shown[1]?.[0]).toContain("Precision is the share of alarms that are [...].");
});

test("text in a mark cannot end the gap, or begin a hint or another gap", async () => {
  const inside = [...hostile, "a::b :::", "}} }}} {{", "{{c2::x::y}}", "}", ":", "</mark>"];
  const lead = inside.map((value) =>
    paragraph(
      mark(
        text(value),
        { type: "inlineCode", value },
        { type: "link", url: `https://a.b/${value}`, children: [text("l")] },
      ),
      text(" end"),
    ),
  );
  const given = withLead("term", ...lead, paragraph(mark(tex("\\frac{a}{\\sqrt{b}}"), tex("a::b")), text(".")));
  const bytes = await publishAll(given);
  expect(check(bytes, { open, now: Date.parse("2026-11-21") / 1000 })).toEqual([]);
  const cards = renderCards(read(bytes, { open })).filter(({ template }) => template.startsWith("Cloze"));
  expect(cards).toHaveLength(inside.length + 1);
  for (const [index, value] of inside.entries()) {
    const html = cards[index]?.answer ?? "";
    const revealed = readable(html.split('<span class="cloze" ')[1]?.split("</span> end")[0] ?? "").replace(
      /^[^>]*>/,
      "",
    );
    expect(revealed).toBe(`${value}${value}l`);
  }
  expect(cards.at(-1)?.answer).toContain("\\(\\frac{a}{\\sqrt{b} }\\)\\(a: :b\\)</span>.");
});

test("gaps beyond Anki's largest number share it", async () => {
  const given = withLead("term", paragraph(...Array.from({ length: 510 }, (_, index) => mark(text(`${index} `)))));
  expect(check(await publishAll(given), { open, now: Date.parse("2026-11-21") / 1000 })).toEqual([]);
});

test("marks do not change the other cards of the item", async () => {
  const plain = withItem(marked, "term", () => ({
    lead: [paragraph(text("Precision is the share of alarms that are right."))],
  }));
  const fields = async (given: Curriculum) =>
    (await readAll(given)).notes.find(({ guid }) => guid === guidFor("test-edition", "term"))?.fields.map(readable);
  expect(await fields(marked)).toEqual(await fields(plain));
});

test("the register has the note of marks beside the item's own, and can be read back", () => {
  expect(first.items["term#cloze-1"]).toMatchObject({ noteType: "Cloze", topic: "one", cards: 2 });
  expect(Register.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
  expect(Register.safeParse({ ...first, items: { "term#other": first.items.term } }).success).toBe(false);
});

test("package and register agree on the note of marks", async () => {
  expect(notesOf(await readAll(marked), curriculum.edition).items).toEqual(asPackaged(first.items));
});

test("a renamed item keeps the guid of its marks", () => {
  const next = release(later(rename(marked, "term", "word")), first);
  expect(next.items["word#cloze-1"]?.guid).toBe(first.items["term#cloze-1"]?.guid);
  expect(lostItems(rename(marked, "term", "word"), first)).toEqual([]);
});

test("cards of marks count as cards of their item", () => {
  expect(changesBetween(release(curriculum), first).changed).toEqual([
    { id: "term", formerly: undefined, cards: { added: 2, updated: 2 } },
  ]);
  expect(changesBetween({ items: {}, retired: {} }, first).added).toContainEqual({
    id: "term",
    formerly: undefined,
    cards: { added: 4, updated: 0 },
  });
  const typo = release(later(fixTypo(marked, "term", "(fixed)")), first);
  expect(changesBetween(first, typo).changed).toEqual([
    { id: "term", formerly: undefined, cards: { added: 0, updated: 4 } },
  ]);
});

test("a removed gap keeps its card, which says so", async () => {
  const fewer = later(
    withItem(marked, "term", () => ({
      lead: [paragraph(text("Precision is the share of "), mark(text("alarms")), text(" that are good."))],
    })),
  );
  const next = await releaseOf(fewer, first);
  expect(next.register.items["term#cloze-1"]?.cards).toBe(2);
  const cards = renderCards(read(next.main, { open })).filter(({ template }) => template.startsWith("Cloze"));
  expect(readable(cards[1]?.question ?? "")).toContain("[This gap is gone: you may suspend this card]");
});

test.each([
  ["that lost its marks", withItem(marked, "term", () => ({ lead: [paragraph(text("Nothing."))] }))],
  ["that is retired", retire(marked, "term")],
])("cards of marks of an item %s say so to learners who have them, and new learners get none", async (_, given) => {
  const next = await releaseOf(later(given), first);
  const kept = next.register.retired["term#cloze-1"];
  expect(kept).toMatchObject({ guid: first.items["term#cloze-1"]?.guid, cards: 2 });
  const guids = (bytes: Uint8Array) => read(bytes, { open }).notes.map(({ guid }) => guid);
  expect(guids(next.update)).toContain(kept?.guid);
  expect(guids(next.main)).not.toContain(kept?.guid);
  for (const card of renderCards(read(next.update, { open })).filter(({ template }) => template.startsWith("Cloze"))) {
    expect(card.question).toContain("<strong>Retired.</strong>");
    expect(card.question).not.toContain('class="cloze');
  }
  const again = await releaseOf(
    { ...later(marked), edition: { ...marked.edition, date: "2027-01-02" } },
    next.register,
  );
  expect(again.register.items["term#cloze-1"]?.guid).toBe(kept?.guid);
  expect(again.register.retired).toEqual({});
});

test("any marks make a valid note with a card for each", {
  timeout: 120_000,
}, async () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostile, "}}", "}", "::", ":", "{{c1::", "<mark>", "</mark>", "\\(", "\\)").map(text),
    fc.constantFrom("{{a}}", "a::b", "\\text{a}").map(tex),
    fc.constantFrom("}}", "{{c3::x}}", "::").map((value): Inline => ({ type: "inlineCode", value })),
  );
  const marks = fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(marks, fc.array(piece, { maxLength: 3 }), async (inside, around) => {
      const given = withLead(
        "term",
        ...inside.map((each) => paragraph(...around, mark(...each), ...around)),
        ...blocks,
      );
      const bytes = await publishAll(given);
      expect(check(bytes, { open, now: Date.parse("2026-11-21") / 1000 })).toEqual([]);
      const cards = Object.entries(release(given).items).map(([key, note]) =>
        key.includes("#cloze") ? note.cards : 0,
      );
      expect(cards.reduce((sum, each) => sum + each, 0)).toBe(inside.length);
    }),
    { numRuns: 40 },
  );
});
