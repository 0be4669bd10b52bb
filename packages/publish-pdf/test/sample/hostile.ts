import type { Block, Curriculum, Figure, Item } from "@high-recall/core";
import {
  bullets,
  common,
  curriculumOf,
  display,
  fence,
  image,
  paragraph,
  phrase,
  quote,
  recall,
  section,
  table,
  text,
  topicOf,
} from "./build.ts";

const svg = (attributes: string, body: string) =>
  btoa(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`);

const figures: Figure[] = [
  {
    path: "figures/thin.svg",
    mediaType: "image/svg+xml",
    width: 1,
    height: 5000,
    base64: svg('viewBox="0 0 1 5000"', '<rect width="1" height="5000"/>'),
  },
  {
    path: "figures/flat.svg",
    mediaType: "image/svg+xml",
    width: 5000,
    height: 1,
    base64: svg('viewBox="0 0 5000 1"', '<rect width="5000" height="1"/>'),
  },
  { path: "figures/broken.svg", mediaType: "image/svg+xml", width: 100, height: 100, base64: btoa("<svg><g></svg>") },
  { path: "figures/broken.png", mediaType: "image/png", width: 100, height: 100, base64: btoa("no picture") },
  {
    path: "figures/outside.svg",
    mediaType: "image/svg+xml",
    width: 50,
    height: 50,
    base64: svg('viewBox="0 0 50 50"', '<circle cx="0" cy="0" r="900"/>'),
  },
];

const names = (prefix: string) => Array.from({ length: 30 }, (_, index) => `${prefix}${index + 1}.`);

let nested: Block = bullets("the innermost entry with some words to break");
for (let depth = 0; depth < 11; depth++) nested = bullets([paragraph(`level ${depth}`), nested]);
let quoted: Block = paragraph("quoted eleven times over");
for (let depth = 0; depth < 11; depth++) quoted = quote(quoted);

const terms = (count: number, join: string) =>
  Array.from({ length: count }, (_, index) => `a_{${index}}x^{${index}}`).join(join);
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `r_{${index}} &= s_{${index}}`).join(" \\\\ ");

const lead: Block[] = [
  paragraph([text("x".repeat(4000))]),
  paragraph(`Before \`${"code_without_a_space".repeat(40)}\` after.`),
  fence(
    "python",
    Array.from(
      { length: 200 },
      (_, index) => `line_${index + 1} = ${index % 10 === 0 ? `"${"long ".repeat(60)}"` : index}`,
    ).join("\n"),
  ),
  fence("text", "y".repeat(3000)),
  fence("text", "\n\n\n"),
  fence("text", ""),
  fence("python", "\tif tab:\n\t\treturn 1"),
  table(Array(30).fill(null), names("head"), names("cell"), names("more")),
  table(["left", "right"], ["a", "b"], ["z".repeat(900), "word ".repeat(2000)]),
  table(["left"], ["only a head"]),
  table([null, null], ["", ""], ["", ""]),
  display(terms(60, " + ")),
  display(`\\frac{${terms(60, " + ")}}{2}`),
  display(`\\begin{aligned}${rows(150)}\\end{aligned}`),
  display("a \\\\ b = c \\tag{with a long tag}"),
  paragraph(`Inline $${terms(40, " + ")}$ and $\\frac{${terms(40, " + ")}}{2}$ end.`),
  bullets(""),
  {
    type: "list",
    ordered: true,
    start: 999999,
    spread: false,
    children: [{ type: "listItem", checked: null, children: [] }],
  },
  { type: "list", ordered: false, start: null, spread: false, children: [] },
  nested,
  quoted,
  quote(),
  paragraph([]),
  paragraph([text("   ")]),
  paragraph([text("a"), { type: "break" }, { type: "break" }, text("b")]),
  image("figures/thin.svg", "thin"),
  image("figures/flat.svg", "flat", "A caption ".repeat(60)),
  image("figures/broken.svg", "broken drawing"),
  image("figures/broken.png", "broken picture ".repeat(40)),
  image("figures/outside.svg", "reaches out"),
];

const item: Item = {
  ...common("hostile", "hostile-item", "An item"),
  kind: "guide",
  lead,
  sections: [section("more", "More", ...lead)],
};
const long: Item = {
  ...common("hostile", "long-title", "Title"),
  title: phrase(`A title ${"that does not end ".repeat(30)}${"w".repeat(300)}`),
  kind: "term",
  ...recall,
  aliases: Array.from({ length: 60 }, (_, index) => phrase(`alias number ${index}`)),
  category: "tool",
  api: Array.from({ length: 40 }, (_, index) => `call_${index}(${"argument, ".repeat(30)})`),
  lead: [],
};
const formula: Item = {
  ...common("hostile", "wide-formula", "Wide formula"),
  kind: "formula",
  ...recall,
  difficulty: "hard",
  tex: terms(80, " = "),
  symbols: Array.from({ length: 40 }, (_, index) => ({ tex: `a_{${index}}`, meaning: phrase("meaning ".repeat(20)) })),
  examples: [],
  lead: [display(terms(80, " = "))],
};
const pitfall: Item = {
  ...common("hostile", "bare-pitfall", "A pitfall without text"),
  kind: "pitfall",
  ...recall,
  lead: [],
};
const empty: Item = { ...common("hostile", "bare-guide", "A guide without text"), kind: "guide", lead: [] };

export const hostile: Curriculum = curriculumOf(
  topicOf("hostile", `A topic ${"with a long name ".repeat(20)}`, [item, long, formula, pitfall, empty], { figures }),
  topicOf("hollow", "A topic without items", []),
);
