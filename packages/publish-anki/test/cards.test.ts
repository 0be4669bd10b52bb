import { mediaReferences } from "@high-recall/apkg";
import { palettes, stylesheet } from "@high-recall/html";
import { expect, test } from "vitest";
import { links } from "../src/links.ts";
import { cardColours, stylesheetOfCards } from "../src/stylesheet.ts";
import { topicColours, topicRules } from "../src/topic-colours.ts";
import { curriculum, hostile } from "./curriculum.ts";
import { fieldsByKey, readAll } from "./publish.ts";
import { readable } from "./readable.ts";
import { renderCards } from "./render-card.ts";

const collection = await readAll(curriculum);
const cards = renderCards(collection);
const fields = fieldsByKey(collection);

/** Fields that each side must show, in order, by key and template. An answer shows those of its question first. */
const sides: [key: string, template: string, question: string[], answer: string[]][] = [
  [
    "first",
    "Answer",
    ["Topic", "Level", "Question"],
    ["Short", "Points", "Aloud", "In depth", "Example", "Pitfalls", "Interview tip", "Also asked", "Sources"],
  ],
  ["first#follow-up-1", "Follow-up", ["Topic", "Of", "Question"], ["Answer", "Sources"]],
  ["first#follow-up-3", "Follow-up", ["Topic", "Of", "Question"], ["Answer", "See", "Sources"]],
  [
    "formula",
    "Name to formula",
    ["Topic", "Level", "Name", "Occasion"],
    ["Relation", "Symbols", "Use", "Worked example", "Derivation", "Pitfalls", "Sources"],
  ],
  [
    "formula",
    "Formula to name",
    ["Topic", "Level", "Neutral"],
    ["Name", "Symbols", "Use", "Worked example", "Derivation", "Pitfalls", "Sources"],
  ],
  ["term", "Term to definition", ["Topic", "Term"], ["Definition", "Aliases", "In full", "Example", "API", "Sources"]],
  ["term", "Definition to term", ["Topic", "Clue"], ["Term", "Aliases", "In full", "Example", "API", "Sources"]],
  [
    "pitfall",
    "Situation to remedy",
    ["Topic", "Level", "Situation"],
    ["Remedy", "Why", "In full", "Why in full", "Instead", "Sources"],
  ],
];

test.each(sides)("the card of %s, %s, shows its answer on the back only", (key, template, front, back) => {
  const card = cards.find((each) => each.key === key && each.template === template);
  const shown = (name: string) => fields.get(key)?.get(name) || `nothing in ${name}`;
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

/** Cards that are filled in place: the back is the front with another class, and more below it. */
const inPlace: [key: string, hidden: string, shown: string][] = [
  ["code", 'class="hide"', 'class="show"'],
  ["pitfall#figure-1", 'class="figure hide-1 veil-2"', 'class="figure shown shown-1"'],
  ["pitfall#figure-2", 'class="figure hide-2 "', 'class="figure shown shown-2"'],
];

test.each(inPlace)("the card of %s is filled in place", (key, hidden, shown) => {
  const card = cards.find((each) => each.key === key);
  expect(card?.question).toContain(hidden);
  expect(card?.answer.startsWith(card.question.replace(hidden, shown))).toBe(true);
});

test("the card of a code item blanks its key lines, and tells the idea only when asked", () => {
  const sample = fields.get("code")?.get("Sample") ?? "";
  expect(sample).toContain('<span class="line i0 key"><span><span class="tok-keyword">def</span>');
  expect(sample.match(/class="line i\d+ key"/g)).toHaveLength(1);
  expect(cards.find(({ key }) => key === "code")?.question).not.toContain("The idea.");
  expect(cards.find(({ key }) => key === "code")?.answer).toContain("<summary>Idea</summary>");
});

test("a drawing is one copy without its title, styles and images, and each part is covered by its own class", () => {
  const drawing = fields.get("pitfall#figure-1")?.get("Drawing") ?? "";
  expect(drawing.match(/<svg/g)).toHaveLength(1);
  expect(drawing).not.toMatch(/<title|<style|Answers|data-/);
  expect(drawing).toContain('class="part p1"');
  expect(drawing).toContain('<g class="cover c2">');
  expect(fields.get("pitfall#figure-1")?.get("Part")).toBe("recall");
  expect(fields.get("pitfall#figure-1")?.get("Ask")).toBe("Which share is this?");
  expect(stylesheetOfCards([])).toContain(".hide-2 .p2");
  // In a text it takes the place of its image.
  expect(fields.get("pitfall")?.get("In full")).toContain('<figure><svg role="img" aria-label="Two shares"');
});

test("every field except those for Anki, the register and later versions is on some card", () => {
  const hidden = new Set(["Item", "Key", "Topic id", "Notice", "Spare 1", "Spare 2", "Spare 3"]);
  for (const key of ["Style", "Category", "Title", "Name", "Veils", "Number", "Text", "Of"]) hidden.add(key);
  for (const [key, names] of fields) {
    const all = cards.filter((card) => card.key === key).map((card) => card.answer);
    for (const [name, value] of names) {
      if (!hidden.has(name)) expect(all.join(), `${name} of ${key}`).toContain(value);
    }
  }
});

test("a clue leaves out the names of the term, also in the plural, and nothing else", () => {
  const clue = fields.get("term")?.get("Clue");
  expect(clue).toContain("_____ is the share of alarms that are right; a _____'s value, _____, lies in");
  expect(clue).toContain("imprecision is not meant");
});

test("a follow-up that only leads to an item has what is to be recalled of it as its answer", () => {
  const linked = fields.get("first#follow-up-3");
  expect(linked?.get("Question")).toBe("How is it computed?");
  expect(linked?.get("Answer")).toContain('<div class="relations');
  expect(linked?.get("Answer")).toContain("The short answer.");
  expect(linked?.get("See")).toContain('href="https://example.org/study/items/formula/"');
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
  for (const name of ["Question", "Short", "Points", "Aloud", "In depth", "Also asked", "Sources"]) {
    expect(readable(fields.get("hostile")?.get(name) ?? ""), name).toContain(value);
  }
});

test("TeX is on one line between MathJax's delimiters, in pieces between which a line may break", () => {
  expect(fields.get("formula")?.get("Relation")).toBe(
    '<div class="relations"><div><span>\\(\\displaystyle s^2\\)</span> <span>\\(\\displaystyle = \\frac{1}{n - 1} \\sum_{i=1}^{n} (x_i - \\bar x)^2\\)</span></div></div>',
  );
});

test("every class of the templates has a style", () => {
  const templates = collection.noteTypes.flatMap((type) => type.templates.map((each) => each.question + each.answer));
  const classes = templates.join().matchAll(/class="([^"]*)"/g);
  const names = new Set(
    [...classes].flatMap(([, value]) => (value ?? "").replaceAll(/[\w-]*\{\{[^}]*\}\}/g, "").split(" ")),
  );
  names.delete("");
  // For learners who write CSS of their own.
  names.delete("front");
  const css = stylesheetOfCards(["one"]);
  for (const name of names) expect(css, name).toMatch(new RegExp(`\\.${name}\\b`));
});

test("the style sheet uses nothing that older phones do not know", () => {
  const own = stylesheetOfCards(["one"]).slice(stylesheet(".nightMode, .night_mode").length);
  expect(own).not.toMatch(/:has\(|:is\(|:where\(|inset-|\bmin\(|\bmax\(|clamp\(|[^-]gap:/);
});

test("text has a contrast of at least 4.5 : 1 on every background, by day and by night", () => {
  for (const [mode, palette, topic] of [
    ["light", palettes.light, "light"],
    ["dark", palettes.dark, "dark"],
  ] as const) {
    const colours = cardColours[mode];
    for (const ground of ["ground", "raised", "tint", "gap", "was", "warn"] as const) {
      for (const name of ["ink", "quiet", "accent"] as const) {
        expect(contrast(colours[name], colours[ground]), `${mode} ${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(colours.second, colours.ground)).toBeGreaterThanOrEqual(4.5);
    for (const name of ["ink", "quiet", "accent"] as const) {
      expect(contrast(colours[name], palette.mark), `${mode} ${name} in a mark`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ground of ["raised", "was"] as const) {
      expect(contrast(colours.wrap, colours[ground])).toBeGreaterThanOrEqual(4.5);
      for (const [scope, value] of Object.entries(palette.tokens)) {
        expect(contrast(value, colours[ground]), `${mode} ${scope} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const each of topicColours) expect(contrast(each[topic], colours.ground)).toBeGreaterThanOrEqual(4.5);
  }
});

test("neighbouring topics have different colours, and a 17th has that of the first", () => {
  const rules = topicRules(Array.from({ length: 17 }, (_, index) => `t${index}`));
  const colours = [...rules.matchAll(/^\.t-\S+ \{ --topic: (#\w+)/gm)].map(([, colour]) => colour);
  expect(new Set(colours).size).toBe(16);
  expect(colours[16]).toBe(colours[0]);
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
  expect(fields.get("first")?.get("Aloud")).toContain(
    '<a href="https://example.org/study/items/first/" data-item="first">an item</a>',
  );
});
