import {
  type Block,
  type FormulaItem,
  type Inline,
  Item,
  type Phrase,
  paragraph,
  plainText,
  text,
} from "@high-recall/core";

export const phrase = (...children: Inline[]): Phrase => ({ text: plainText(children), children });

const common = (id: string) => ({
  id,
  topic: "bread",
  path: `bread/${id}.md`,
  title: phrase(text(`Title of ${id}`)),
  tags: ["dough"],
  after: [],
  related: [],
  sources: [],
  formerly: [],
  importance: "common" as const,
  difficulty: "easy" as const,
  lead: [paragraph(text(`Lead of ${id}.`))] as Block[],
  sections: [],
});

const code = (lang: string, value: string): Block => ({
  type: "code",
  lang,
  value,
  data: { tokens: [[{ text: value }]] },
});
const section = (name: string) => ({
  name,
  heading: phrase(text(name)),
  blocks: [paragraph(text(`Section ${name}.`))],
});
const formula: Block = { type: "math", value: "h = w / f" };

/** An item of each kind, by its kind. */
export const items = {
  question: Item.parse({
    kind: "question",
    short: phrase(text("The short answer.")),
    points: [phrase(text("A point"))],
    ...common("question"),
    style: "theory",
    asked: [],
  }),
  formula: Item.parse({
    kind: "formula",
    short: phrase(text("The short answer.")),
    ...common("formula"),
    lead: [formula, paragraph(text("Use it for dough."))],
    tex: formula.value,
    symbols: [{ tex: "w", meaning: phrase(text("water")) }],
    examples: [],
  }) as FormulaItem,
  code: Item.parse({
    kind: "code",
    short: phrase(text("The short answer.")),
    keyLines: [1],
    ...common("code"),
    lead: [paragraph(text("Print it.")), code("python", "print(1)"), code("output", "1")],
    language: "python",
    requires: [],
    run: true,
  }),
  term: Item.parse({
    kind: "term",
    short: phrase(text("The short answer.")),
    ...common("term"),
    aliases: [],
    category: "concept",
    api: [],
  }),
  pitfall: Item.parse({
    kind: "pitfall",
    short: phrase(text("The short answer.")),
    ...common("pitfall"),
    sections: [section("why-it-is-wrong"), section("instead")],
  }),
  guide: Item.parse({ kind: "guide", ...common("guide") }),
  path: Item.parse({ kind: "path", ...common("path"), steps: [] }),
};
