import { mediaReferences } from "@high-recall/apkg";
import { palettes } from "@high-recall/html";
import { expect, test } from "vitest";
import { links } from "../src/links.ts";
import { stylesheetOfCards } from "../src/stylesheet.ts";
import { curriculum, hostile } from "./curriculum.ts";
import { fieldsByItem, readAll } from "./publish.ts";
import { readable } from "./readable.ts";
import { renderCards } from "./render-card.ts";

const collection = await readAll(curriculum);
const cards = renderCards(collection);
const fields = fieldsByItem(collection);

/** Fields that each side must show, in order, by item and template. An answer shows those of its question first. */
const sides: [item: string, template: string, question: string[], answer: string[]][] = [
  [
    "first",
    "Answer",
    ["Topic", "Style", "Level", "Question"],
    ["Short answer", "In depth", "Example", "Pitfalls", "Interview tip", "Also asked", "Follow-ups", "Sources"],
  ],
  [
    "formula",
    "Name to formula",
    ["Topic", "Level", "Name"],
    ["Formula", "Use", "Symbols", "Worked example", "Derivation", "Pitfalls", "Sources"],
  ],
  [
    "formula",
    "Formula to meaning",
    ["Topic", "Level", "Formula"],
    ["Name", "Symbols", "Use", "Worked example", "Derivation", "Pitfalls", "Sources"],
  ],
  [
    "code",
    "Task to code",
    ["Topic", "Language", "Level", "Name", "Task", "Requires"],
    ["Solution", "Output", "Complexity", "How it works", "Pitfalls", "Sources"],
  ],
  ["term", "Term to definition", ["Topic", "Category", "Term"], ["Definition", "Aliases", "API", "Example", "Sources"]],
  ["term", "Definition to term", ["Topic", "Category", "Clue"], ["Term", "Aliases", "API", "Example", "Sources"]],
  ["pitfall", "Mistake to remedy", ["Topic", "Level", "Name", "Mistake"], ["Why", "Instead", "Sources"]],
];

test.each(sides)("the card of %s, %s, shows its answer on the back only", (item, template, front, back) => {
  const card = cards.find((each) => each.item === item && each.template === template);
  const shown = (name: string) => fields.get(item)?.get(name) || `nothing in ${name}`;
  let at = 0;
  for (const name of front) {
    at = card?.question.indexOf(shown(name), at) ?? -1;
    expect(at, name).toBeGreaterThan(0);
  }
  const turned = card?.answer.slice(card.question.length) ?? "";
  expect(card?.answer.startsWith(card.question)).toBe(true);
  at = 0;
  for (const name of back) {
    at = turned.indexOf(shown(name), at);
    expect(at, name).toBeGreaterThan(0);
    expect(card?.question, `${name} on the front`).not.toContain(shown(name));
  }
});

test("every field except the item's id, the notice and the spare ones is on some card", () => {
  const hidden = new Set(["Item", "Notice", "Spare 1", "Spare 2", "Spare 3"]);
  for (const [item, names] of fields) {
    const all = cards.filter((card) => card.item === item).map((card) => card.answer);
    for (const [name, value] of names) {
      if (!hidden.has(name)) expect(all.join(), `${name} of ${item}`).toContain(value);
    }
  }
});

test("a clue leaves out the names of the term, also in the plural, and nothing else", () => {
  const clue = fields.get("term")?.get("Clue");
  expect(clue).toContain("<p>_____ is the share of alarms that are right. A _____'s value, _____, lies in");
  expect(clue).toContain("imprecision is not meant");
});

test("Anki interprets no text of an author as a command", () => {
  const own = new Set(collection.media.map((file) => file.name));
  for (const note of collection.notes) {
    for (const field of note.fields) {
      expect(field).not.toMatch(/\[sound:|\[latex\]|\[\$\$?\]|\[anki:|\{\{c\d|<script|<img src=x/i);
      for (const name of mediaReferences(field)) expect(own).toContain(name);
    }
  }
});

test.each(hostile)("the text %j is shown as written, everywhere on the cards", (value) => {
  for (const name of ["Question", "Short answer", "In depth", "Follow-ups", "Also asked", "Sources"]) {
    expect(readable(fields.get("hostile")?.get(name) ?? ""), name).toContain(value);
  }
});

test("TeX is on one line between MathJax's delimiters", () => {
  expect(fields.get("formula")?.get("Formula")).toBe(
    '<div class="math-display" tabindex="0">\\[s^2 = \\frac{1}{n - 1} \\sum_{i=1}^{n} (x_i - \\bar x)^2\\]</div>',
  );
});

test("every class of the templates has a style", () => {
  const templates = collection.noteTypes.flatMap((type) => type.templates.map((each) => each.question + each.answer));
  const classes = templates.join().matchAll(/class="([^"{]*)/g);
  const names = new Set(
    [...classes].flatMap(([, value]) => (value ?? "").split(" ")).filter((name) => name !== "level-"),
  );
  names.delete("");
  // Names of parts, for learners who write CSS of their own.
  for (const name of ["front", "task", "level"]) names.delete(name);
  for (const name of names) expect(stylesheetOfCards, name).toMatch(new RegExp(`\\.${name}\\b`));
});

test("text has a contrast of at least 4.5 : 1 on every background, by day and by night", () => {
  for (const [selector, palette] of [
    [":root", palettes.light],
    [".nightMode", palettes.dark],
  ] as const) {
    const rule = stylesheetOfCards.match(new RegExp(`\\n\\${selector} \\{\\n  --ground[^}]*`))?.[0] ?? "";
    const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(rule)?.[1] ?? "";
    for (const name of ["ink", "quiet", "accent", "easy", "medium", "hard"]) {
      expect(contrast(colour(name), colour("ground")), `${selector} ${name}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ground of ["accent-soft", "warn-soft", "raised"]) {
      for (const name of ["ink", "quiet", "accent"]) {
        expect(contrast(colour(name), colour(ground)), `${selector} ${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const name of ["ink", "quiet", "accent"]) {
      expect(contrast(colour(name), palette.mark), `${selector} ${name} in a mark`).toBeGreaterThanOrEqual(4.5);
    }
    for (const [scope, value] of Object.entries(palette.tokens)) {
      expect(contrast(value, colour("raised")), `${selector} ${scope}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("a card ends with a link to the item's page and one to report a mistake in it, with its id", () => {
  for (const card of cards) {
    expect(card.question).not.toContain("Report a mistake");
    expect(card.answer).toContain(`<a href="https://example.org/study/items/${card.item}/">Open on the site</a>`);
    expect(card.answer).toContain(
      `<a href="https://example.org/repository/issues/new?title=Mistake%20in%20${card.item}">Report a mistake</a>`,
    );
  }
});

test.each(["javascript:alert(1)", 'https://example.org/"onclick="x', "https://example.org/{{c1::x}}?a={{Notice}}"])(
  "the address %s of an edition cannot leave its attribute, and Anki does not obey it",
  (address) => {
    const html = links({ site: address, repository: address });
    expect(html).not.toMatch(/javascript|"onclick/);
    expect(html.match(/\{\{[^}]*\}\}/g) ?? []).toEqual(
      html === "" ? [] : ["{{^Notice}}", "{{Item}}", "{{/Notice}}", "{{Item}}"],
    );
  },
);

test("a link to another item leads to its page on the study site", () => {
  expect(fields.get("first")?.get("Short answer")).toContain(
    '<a href="https://example.org/study/items/first/" data-item="first">an item</a>',
  );
});
