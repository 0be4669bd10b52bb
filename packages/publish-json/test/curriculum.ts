import type {
  Block,
  Code,
  Curriculum,
  Figure,
  Inline,
  Item,
  Paragraph,
  Phrase,
  Section,
  Table,
} from "@high-recall/core";

/** A small curriculum about cooking: two topics, each kind of item, each kind of block and inline. */
const text = (value: string): Inline => ({ type: "text", value });
const math = (value: string): Inline => ({ type: "inlineMath", value });
const paragraph = (...children: (string | Inline)[]): Paragraph => ({
  type: "paragraph",
  children: children.map((child) => (typeof child === "string" ? text(child) : child)),
});
const phrase = (value: string): Phrase => ({ text: value, children: [text(value)] });
const section = (name: string, heading: string, ...blocks: Block[]): Section => ({
  name,
  heading: phrase(heading),
  blocks,
});
const link = (item: string, label: string): Inline => ({
  type: "link",
  url: `../basics/${item}.md`,
  data: { item },
  children: [text(label)],
});
const row = (...cells: string[]): Table["children"][number] => ({
  type: "tableRow",
  children: cells.map((cell) => ({ type: "tableCell", children: cell === "" ? [] : [text(cell)] })),
});
const common = {
  tags: [],
  after: [],
  related: [],
  sources: [],
  formerly: [],
  importance: "common" as const,
  sections: [],
};

const formula: Item = {
  kind: "formula",
  short: phrase("The short answer."),
  ...common,
  id: "salt-share",
  topic: "basics",
  path: "basics/salt-share.md",
  title: phrase("Salt share"),
  difficulty: "easy",
  tags: ["seasoning"],
  formerly: ["salt-ratio", "brine"],
  sources: [{ title: "On Food and Cooking", url: "https://example.org/book" }],
  verified: "2026-11-01",
  lead: [{ type: "math", value: "s = \\frac{m}{M}" }, paragraph("Use it for brines.")],
  tex: "s = \\frac{m}{M}",
  symbols: [
    { tex: "s", meaning: phrase("share of salt") },
    { tex: "m", meaning: { text: "mass of salt, m < M", children: [text("mass of salt, "), math("m < M")] } },
    { tex: "M", meaning: phrase("mass of everything, in grams") },
  ],
  examples: [{ s: 0.02, m: 10, M: 500 }],
};

const solution: Code = {
  type: "code",
  lang: "python",
  value: "print(10 / 500)",
  data: {
    tokens: [
      [
        { text: "print", scope: "function" },
        { text: "(" },
        { text: "10", scope: "number" },
        { text: " / " },
        { text: "500", scope: "number" },
        { text: ")" },
      ],
    ],
  },
};
const output: Code = { type: "code", lang: "output", value: "0.02", data: { tokens: [[{ text: "0.02" }]] } };

const sample: Item = {
  kind: "code",
  short: phrase("The short answer."),
  keyLines: [1],
  ...common,
  id: "compute-salt-share",
  topic: "basics",
  path: "basics/compute-salt-share.md",
  title: phrase("Compute a salt share"),
  difficulty: "easy",
  after: ["salt-share"],
  language: "python",
  requires: [],
  run: true,
  lead: [paragraph("Print the share of 10 g in 500 g."), solution, output],
  sections: [section("complexity", "Complexity", paragraph("One division."))],
};

const pitfall: Item = {
  kind: "pitfall",
  short: phrase("The short answer."),
  ...common,
  id: "salting-by-volume",
  topic: "basics",
  path: "basics/salting-by-volume.md",
  title: phrase("Salting by volume"),
  lead: [paragraph("Spoons of salt differ by half.")],
  sections: [
    section("why-it-is-wrong", "Why it is wrong", paragraph("Flakes are airy.")),
    section("instead", "Instead", paragraph("Weigh it, see ", link("salt-share", "salt share"), ".")),
  ],
};

const question: Item = {
  kind: "question",
  short: phrase("The short answer."),
  points: [phrase("A point")],
  ...common,
  id: "why-rest-meat",
  topic: "heat",
  path: "heat/why-rest-meat.md",
  title: { text: "Why rest meat for n minutes?", children: [text("Why rest meat for "), math("n"), text(" minutes?")] },
  difficulty: "medium",
  style: "theory",
  tags: ["meat"],
  after: ["salt-share"],
  related: ["carry-over"],
  asked: [phrase("What does resting do?")],
  lead: [
    paragraph(
      { type: "strong", children: [text("Heat evens out")] },
      " & juices ",
      { type: "emphasis", children: [text("thicken")] },
      ";",
      { type: "break" },
      { type: "delete", children: [text("searing seals")] },
      text(" and "),
      { type: "mark", children: [text("adds a crust")] },
      " ",
      { type: "inlineCode", value: "t < 10" },
      ".",
    ),
  ],
  sections: [
    section(
      "in-depth",
      "In depth",
      { type: "heading", depth: 3, children: [text("Temperature")] },
      { type: "image", url: "figures/rest curve.svg", alt: "Two curves meet", title: "Core and crust" },
      {
        type: "table",
        align: ["left", "right"],
        children: [row("Cut", "Minutes"), row("Steak", "5"), row("Roast", "20")],
      },
      {
        type: "list",
        ordered: true,
        start: 2,
        spread: false,
        children: [
          { type: "listItem", checked: null, children: [paragraph("tent it")] },
          {
            type: "listItem",
            checked: null,
            children: [
              paragraph("wait"),
              {
                type: "list",
                ordered: false,
                start: null,
                spread: false,
                children: [
                  { type: "listItem", checked: true, children: [paragraph("warm plate")] },
                  { type: "listItem", checked: false, children: [paragraph("sharp knife")] },
                ],
              },
            ],
          },
        ],
      },
      { type: "thematicBreak" },
      { type: "blockquote", children: [paragraph("Patience.")] },
    ),
    section(
      "follow-ups",
      "Follow-ups",
      paragraph("See ", link("salt-share", "salt"), " and ", link("not-here", "an item elsewhere"), "."),
    ),
  ],
};

const term: Item = {
  kind: "term",
  short: phrase("The short answer."),
  ...common,
  id: "carry-over",
  topic: "heat",
  path: "heat/carry-over.md",
  title: phrase("Carry-over"),
  aliases: [phrase("residual heat")],
  category: "concept",
  api: [],
  lead: [paragraph("Cooking that goes on off the heat.")],
};

const guide: Item = {
  kind: "guide",
  ...common,
  id: "how-to-taste",
  topic: "heat",
  path: "heat/how-to-taste.md",
  title: phrase("How to taste"),
  lead: [paragraph("Often.")],
  sections: [section("first", "First", paragraph("Breathe."))],
};

const path: Item = {
  kind: "path",
  ...common,
  id: "first-week",
  topic: "heat",
  path: "heat/first-week.md",
  title: phrase("The first week"),
  lead: [paragraph("For beginners.")],
  steps: [
    { title: phrase("Salt"), items: ["salt-share", "salting-by-volume"], note: phrase("Weigh everything.") },
    { title: phrase("Heat"), items: ["why-rest-meat"] },
  ],
};

export const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"/>\n';
const figure: Figure = {
  path: "figures/rest curve.svg",
  mediaType: "image/svg+xml",
  width: 320,
  height: 200,
  base64: btoa(svg),
};

export const curriculum: Curriculum = {
  edition: {
    id: "good-cook",
    title: "Good Cook",
    language: "en",
    version: "1.2.0",
    date: "2026-11-20",
    authors: ["Cooks"],
    licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  },
  topics: [
    {
      id: "basics",
      title: phrase("Basics"),
      summary: phrase("What every dish needs."),
      introduction: [paragraph("Start here.")],
      items: [formula, sample, pitfall],
      figures: [],
    },
    {
      id: "heat",
      title: phrase("Heat"),
      summary: phrase("How it moves."),
      introduction: [{ type: "heading", depth: 2, children: [text("Why")] }, paragraph("Heat is motion.")],
      items: [question, term, guide, path],
      figures: [figure],
    },
  ],
  order: [
    "salt-share",
    "compute-salt-share",
    "salting-by-volume",
    "why-rest-meat",
    "carry-over",
    "how-to-taste",
    "first-week",
  ],
};
