import {
  type Block,
  Curriculum,
  type Inline,
  type Item,
  type Phrase,
  paragraph,
  plainText,
  text,
} from "@high-recall/core";

export const phrase = (...children: Inline[]): Phrase => ({ text: plainText(children), children });

/** Text that a spreadsheet, a card app or a parser of tables would interpret. */
export const hostile = [
  'a "quoted" word, a comma, and {{hidden}} text',
  "=1+1",
  "tab\there",
  "line\nbreak",
  "שלום and العربية",
  "</script><script>alert(1)</script>",
];

const bullets = (...entries: Block[][]): Block => ({
  type: "list",
  ordered: false,
  start: null,
  spread: false,
  children: entries.map((children) => ({ type: "listItem", checked: null, children })),
});

/** Every block, and every inline. */
export const blocks: Block[] = [
  paragraph(
    text("Plain, "),
    { type: "emphasis", children: [text("stressed")] },
    { type: "strong", children: [text(" strong")] },
    { type: "delete", children: [text(" gone")] },
    { type: "mark", children: [text(" marked ")] },
    { type: "inlineCode", value: "x < 3" },
    { type: "inlineMath", value: "\\frac{a_i}{b_i} < 1" },
    { type: "link", url: "https://example.org/a?b=1", children: [text("a page")] },
    { type: "link", url: "../bread/first.md", data: { item: "first" }, children: [text(" an item")] },
    { type: "break" },
    text("and a new line."),
  ),
  { type: "heading", depth: 3, children: [text("A heading")] },
  bullets([paragraph(text("one"))], [paragraph(text("two")), bullets([paragraph(text("inner"))])]),
  { type: "code", lang: "python", value: "a = 1\nb = 2", data: { tokens: [[{ text: "a = 1" }], [{ text: "b = 2" }]] } },
  { type: "math", value: "e = mc^2" },
  {
    type: "table",
    align: [null, "right"],
    children: ["Flour|Share", "Rye|0.8"].map((row) => ({
      type: "tableRow",
      children: row.split("|").map((cell) => ({ type: "tableCell", children: [text(cell)] })),
    })),
  },
  { type: "blockquote", children: [paragraph(text("Somebody said so."))] },
  { type: "image", url: "figures/curve.svg", alt: "A curve that rises" },
  { type: "thematicBreak" },
  paragraph(text("The end.")),
];

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
  difficulty: "hard" as const,
  lead: blocks,
  sections: [],
});
const section = (name: string) => ({
  name,
  heading: phrase(text(name)),
  blocks: [paragraph(text(`Section ${name}.`))],
});

const items: Item[] = [
  {
    kind: "question",
    short: phrase(text("The short answer.")),
    points: [phrase(text("A point"))],
    ...common("hostile"),
    title: phrase(...hostile.map((value) => text(`${value} `))),
    style: "theory",
    asked: [],
  },
  {
    kind: "question",
    short: phrase(text("The short answer.")),
    points: [phrase(text("A point"))],
    ...common("first"),
    style: "theory",
    asked: [],
  },
  {
    kind: "formula",
    short: phrase(text("The short answer.")),
    ...common("formula"),
    tex: "h = w / f",
    symbols: [{ tex: "w", meaning: phrase(text("water")) }],
    examples: [],
  },
  {
    kind: "code",
    short: phrase(text("The short answer.")),
    keyLines: [1],
    ...common("code"),
    language: "python",
    requires: [],
    run: true,
  },
  {
    kind: "term",
    short: phrase(text("The short answer.")),
    ...common("term"),
    aliases: [],
    category: "concept",
    api: [],
  },
  {
    kind: "pitfall",
    short: phrase(text("The short answer.")),
    ...common("pitfall"),
    sections: [section("why-it-is-wrong"), section("instead")],
  },
  { kind: "guide", ...common("guide") },
  { kind: "path", ...common("path"), steps: [{ title: phrase(text("Step")), items: ["first"] }] },
];

/** An item of each kind, with every block; and one whose title is hostile. */
export const curriculum: Curriculum = Curriculum.parse({
  edition: { id: "bakery", title: "Bakery", language: "en", version: "1.0.0", date: "2026-11-20" },
  topics: [
    {
      id: "bread",
      title: phrase(text("Bread")),
      summary: phrase(text("All of it")),
      introduction: [],
      items,
      figures: [],
    },
  ],
  order: items.map(({ id }) => id),
});

/** The curriculum with another title for one item. */
export function withTitle(id: string, title: Phrase): Curriculum {
  const topics = curriculum.topics.map((topic) => ({
    ...topic,
    items: topic.items.map((item) => (item.id === id ? { ...item, title } : item)),
  }));
  return { ...curriculum, topics };
}
