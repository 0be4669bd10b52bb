import { type Block, Curriculum, type Inline, type Phrase, plainText } from "@high-recall/core";

/** A made-up curriculum with every block and inline in every section of every kind. */

export const text = (value: string): Inline => ({ type: "text", value });
export const phrase = (...children: Inline[]): Phrase => ({ text: plainText(children), children });
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });
const math = (value: string): Inline => ({ type: "inlineMath", value });

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160" viewBox="0 0 320 160"><path d="M20 140H300M20 140V20" stroke="#333" fill="none"/><path d="M20 140C60 60 140 30 300 24" stroke="#2f5d8a" stroke-width="3" fill="none"/></svg>`;
/** A drawing in colours by role, with two parts to hide. */
export const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160" font-size="11"><title>Answers</title><style>.ink{color:#1a1a1a}.accent{color:#1b5e9e}@media(prefers-color-scheme:dark){.ink{color:#e8e8e8}}</style><g data-part="recall" data-ask="Which share is this?" data-veil="precision"><rect class="accent" x="20" y="20" width="60" height="40" fill="currentColor"/><text class="ink" x="50" y="80" text-anchor="middle" fill="currentColor">R</text></g><g data-part="precision"><path class="accent" d="M200 20L260 20L260 60Z" fill="none" stroke="currentColor"/><text class="ink" x="200" y="80" fill="currentColor">P</text></g><line class="ink" x1="0" y1="90" x2="320" y2="90" stroke="currentColor"/></svg>`;
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** Every inline. */
export const inlines: Inline[] = [
  text("Plain, "),
  { type: "emphasis", children: [text("stressed")] },
  text(", "),
  { type: "strong", children: [text("strong "), math("\\beta")] },
  text(", "),
  { type: "delete", children: [text("gone")] },
  text(", "),
  { type: "inlineCode", value: "x[:, None] < 3" },
  text(", "),
  math("\\frac{a_i}{b_i} < 1"),
  text(", "),
  { type: "link", url: "https://example.org/a?b=1&c=2", children: [text("a page")] },
  text(", "),
  { type: "link", url: "../one/first.md", data: { item: "first" }, children: [text("an item")] },
  { type: "break" },
  text("and a new line."),
];

/** Every block. */
export const blocks: Block[] = [
  paragraph(...inlines),
  { type: "heading", depth: 3, children: [text("A heading with "), math("x^2")] },
  { type: "heading", depth: 4, children: [text("A smaller one")] },
  {
    type: "list",
    ordered: false,
    start: null,
    spread: false,
    children: [
      { type: "listItem", checked: null, children: [paragraph(text("One point"))] },
      {
        type: "listItem",
        checked: null,
        children: [
          paragraph(text("Another, with points of its own")),
          {
            type: "list",
            ordered: true,
            start: 3,
            spread: false,
            children: [
              { type: "listItem", checked: null, children: [paragraph(text("third"))] },
              { type: "listItem", checked: null, children: [paragraph(text("fourth"))] },
            ],
          },
        ],
      },
    ],
  },
  {
    type: "list",
    ordered: false,
    start: null,
    spread: false,
    children: [
      { type: "listItem", checked: true, children: [paragraph(text("A task done"))] },
      { type: "listItem", checked: false, children: [paragraph(text("A task to do"))] },
    ],
  },
  {
    type: "code",
    lang: "python",
    value:
      'def mean(values):  # of a list, however long its comment may become on a narrow screen\n    return sum(values) / len("abc")',
    data: {
      tokens: [
        [
          { text: "def", scope: "keyword" },
          { text: " " },
          { text: "mean", scope: "function" },
          { text: "(values):  " },
          { text: "# of a list, however long its comment may become on a narrow screen", scope: "comment" },
        ],
        [
          { text: "    " },
          { text: "return", scope: "keyword" },
          { text: " " },
          { text: "sum", scope: "function" },
          { text: "(values) " },
          { text: "/", scope: "operator" },
          { text: " len(" },
          { text: '"abc"', scope: "string" },
          { text: ")" },
        ],
      ],
    },
  },
  {
    type: "math",
    value: "\\sum_{i=1}^{n} \\frac{(x_i - \\bar x)^2}{n - 1}\n= \\begin{cases} a & b < 0 \\\\ c & d > 0 \\end{cases}",
  },
  {
    type: "table",
    align: [null, "right", "center"],
    children: ["Model|Score|Fast", "Linear|0.81|yes", "A tree of many levels and a long name|0.9|no"].map((row) => ({
      type: "tableRow",
      children: row.split("|").map((cell) => ({ type: "tableCell", children: [text(cell)] })),
    })),
  },
  { type: "blockquote", children: [paragraph(text("Somebody said so."))] },
  { type: "image", url: "figures/curve.svg", alt: "A curve that rises fast, then slowly", title: "It saturates" },
  { type: "image", url: "figures/dot.png", alt: 'A "dot" > nothing' },
  { type: "thematicBreak" },
  paragraph(text("The end.")),
];

/** Text that Anki, MathJax or a browser would interpret. */
export const hostile = [
  "[sound:evil.mp3]",
  "[latex]x[/latex] [$]y[/$] [$$]z[/$$]",
  "[anki:tts lang=en_US]x[/anki:tts]",
  "{{c1::cloze}} {{Short answer}} {{#Level}}",
  "\\(not math\\) \\[nor this\\]",
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "&amp; &lt;b&gt;",
  "שלום and العربية",
];

const hostileBlocks: Block[] = [
  ...hostile.map((value) => paragraph(text(value), text(" "), { type: "inlineCode", value })),
  {
    type: "code",
    lang: "text",
    value: hostile.join("\n"),
    data: { tokens: hostile.map((value) => [{ text: value }]) },
  },
  paragraph(math("a\\text{[sound:x.mp3]}")),
];

const hostileFollowUps: Block[] = [
  {
    type: "list",
    ordered: false,
    start: null,
    spread: false,
    children: hostile.map((value) => ({
      type: "listItem" as const,
      checked: null,
      children: [paragraph(text(`${value} is what? It is ${value}.`))],
    })),
  },
];

const section = (name: string, heading: string, content: Block[] = blocks) => ({
  name,
  heading: phrase(text(heading)),
  // Distinguishes the section from others with the same content.
  blocks: [...content, paragraph(text(`This is ${heading}.`))],
});

const common = (id: string) => ({
  id,
  topic: "one",
  path: `one/${id}.md`,
  tags: ["regularization", "numpy"],
  after: [],
  related: ["first"],
  sources: [
    { title: "A paper <of> note & more", url: "https://example.org/paper?a=1&b=2" },
    { title: "Another", url: "https://example.org/other" },
  ],
  verified: "2026-11-20",
  formerly: [] as string[],
  importance: "common" as const,
  lead: [...blocks, paragraph(text(`This is the lead of ${id}.`))],
});

const difficulty = { difficulty: "hard" as const };

/** Follow-ups: one with an answer, one with both, one that only leads to an item. */
const followUps: Block[] = [
  {
    type: "list",
    ordered: false,
    start: null,
    spread: false,
    children: [
      [text("What if the variance is one already? Then "), math("1/\\sqrt{d_k}"), text(" makes it too small.")],
      [text("Does it matter for small heads? "), text("Hardly: at 4 the factor is a half.")],
      [
        {
          type: "link" as const,
          url: "./formula.md",
          data: { item: "formula" },
          children: [text("How is it computed?")],
        },
      ],
    ].map((children) => ({ type: "listItem" as const, checked: null, children: [paragraph(...children)] })),
  },
];

const items = [
  {
    ...common("first"),
    ...difficulty,
    kind: "question" as const,
    short: phrase(text("The short answer.")),
    points: [phrase(text("A point"))],
    title: phrase(text("Why divide by "), math("\\sqrt{d_k}"), text(" in attention, and what happens without?")),
    style: "theory" as const,
    asked: [phrase(text("Why is attention "), { type: "emphasis", children: [text("scaled")] }, text("?"))],
    sections: [
      section("in-depth", "In depth"),
      section("example", "Example"),
      section("pitfalls", "Pitfalls"),
      section("follow-ups", "Follow-ups", followUps),
      section("interview-tip", "Interview tip"),
    ],
  },
  {
    ...common("formula"),
    ...difficulty,
    kind: "formula" as const,
    short: phrase(text("The short answer.")),
    title: phrase(text("Sample variance")),
    tex: "s^2 = \\frac{1}{n - 1} \\sum_{i=1}^{n} (x_i - \\bar x)^2",
    lead: [{ type: "math" as const, value: "s^2 = \\frac{1}{n - 1} \\sum_{i=1}^{n} (x_i - \\bar x)^2" }, ...blocks],
    symbols: [
      { tex: "s^2", meaning: phrase(text("variance of the sample, in the square of the unit of "), math("x")) },
      { tex: "\\bar x", meaning: phrase(text("mean of the sample")) },
      { tex: "n", meaning: phrase(text("number of values, at least 2")) },
    ],
    examples: [{ n: 3 }],
    sections: [
      section("derivation", "Derivation"),
      section("worked-example", "Worked example"),
      section("pitfalls", "Pitfalls"),
    ],
  },
  {
    ...common("code"),
    ...difficulty,
    kind: "code" as const,
    short: phrase(text("The short answer.")),
    keyLines: [1],
    title: phrase(text("Mean in plain Python")),
    language: "python" as const,
    requires: ["numpy>=2", "pandas"],
    run: true,
    lead: [
      paragraph(text("Compute the mean of a list without a library.")),
      ...blocks.filter((block) => block.type !== "code"),
      ...blocks.filter((block) => block.type === "code"),
      { type: "code" as const, lang: "output", value: "2.0", data: { tokens: [[{ text: "2.0" }]] } },
    ],
    sections: [
      section("how-it-works", "How it works"),
      section("complexity", "Complexity", [paragraph(text("Linear time, "), math("O(n)"), text("; constant space."))]),
      section("pitfalls", "Pitfalls"),
    ],
  },
  {
    ...common("term"),
    kind: "term" as const,
    short: phrase(
      text("Precision is the share of alarms that are right; a precision's value, PPV, lies in "),
      math("[0, 1]"),
      text("; imprecision is not meant."),
    ),
    title: phrase(text("Precision (classification)")),
    aliases: [phrase(text("positive predictive value")), phrase(text("PPV"))],
    category: "tool" as const,
    api: ["sklearn.metrics.precision_score", "f(x[0])"],
    lead: [paragraph(text("The share of alarms that are right.")), ...blocks],
    sections: [section("example", "Example")],
  },
  {
    ...common("pitfall"),
    difficulty: "easy" as const,
    kind: "pitfall" as const,
    short: phrase(text("The short answer.")),
    title: phrase(text("Scaling before the split")),
    lead: [
      paragraph(text("All rows are scaled at once. Then they are split.")),
      { type: "image" as const, url: "figures/parts.svg", alt: "Two shares" },
      ...blocks,
    ],
    sections: [section("why-it-is-wrong", "Why it is wrong"), section("instead", "Instead")],
  },
  {
    ...common("guide"),
    kind: "guide" as const,
    title: phrase(text("How to study")),
    sections: [section("first", "First")],
  },
  {
    ...common("path"),
    kind: "path" as const,
    title: phrase(text("A path")),
    sections: [],
    steps: [{ title: phrase(text("Begin")), items: ["formula", "first"] }],
  },
  {
    ...common("hostile"),
    ...difficulty,
    topic: "two",
    path: "two/hostile.md",
    kind: "question" as const,
    short: phrase(...hostile.map((value) => text(`${value} `))),
    points: hostile.map((value) => phrase(text(value))),
    style: "coding" as const,
    title: phrase(...hostile.map((value) => text(`${value} `))),
    asked: hostile.map((value) => phrase(text(value))),
    formerly: ["oldest-name", "older-name"],
    sources: hostile.map((title) => ({ title, url: "https://example.org/" })),
    lead: hostileBlocks,
    sections: [section("in-depth", "In depth", hostileBlocks), section("follow-ups", "Follow-ups", hostileFollowUps)],
  },
];

const figures = [
  { path: "figures/curve.svg", mediaType: "image/svg+xml", width: 320, height: 160, base64: btoa(svg) },
  { path: "figures/parts.svg", mediaType: "image/svg+xml", width: 320, height: 160, base64: btoa(drawing) },
  { path: "figures/dot.png", mediaType: "image/png", width: 1, height: 1, base64: png },
  { path: "figures/never shown.svg", mediaType: "image/svg+xml", width: 320, height: 160, base64: btoa(`${svg}\n`) },
];

/** Parsed, so that it is a valid curriculum. */
export const curriculum: Curriculum = Curriculum.parse({
  edition: {
    id: "test-edition",
    title: "Test Edition",
    subtitle: "Made for tests",
    language: "en",
    version: "1.2.3",
    date: "2026-11-20",
    authors: ["Somebody"],
    licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    site: "https://example.org/study/",
    repository: "https://example.org/repository",
  },
  topics: [
    {
      id: "one",
      title: phrase(text("Topic One")),
      summary: phrase(text("Everything, with "), math("x < y")),
      introduction: blocks,
      items: items.filter((item) => item.topic === "one"),
      figures,
    },
    {
      id: "two",
      title: phrase(text("Topic::Two")),
      summary: phrase(text("What would be obeyed")),
      introduction: [],
      items: items.filter((item) => item.topic === "two"),
      figures: [],
    },
    {
      id: "reading",
      title: phrase(text("Reading only")),
      summary: phrase(text("Nothing to ask")),
      introduction: [],
      items: [
        {
          ...items[5],
          id: "reading-guide",
          topic: "reading",
          related: [],
          lead: [paragraph(text("Read."))],
          sections: [],
        },
      ],
      figures: [],
    },
  ],
  // Not in the order of the topics: the hostile item comes first.
  order: ["hostile", "first", "formula", "code", "term", "pitfall", "guide", "path", "reading-guide"],
} satisfies { edition: unknown; topics: unknown; order: string[] });
