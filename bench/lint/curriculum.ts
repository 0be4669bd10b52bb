import { Body } from "./body.ts";
import { checkedFormula } from "./formulas.ts";
import { capital, contentWord, proseFrom } from "./prose.ts";
import { randomFrom } from "./random.ts";

/** A file of a curriculum: its path from the curriculum's folder, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Items a topic. */
const perTopic = 250;

/** A curriculum of so many items, the same each time, with an edition.yaml beside its `content`. */
export function makeCurriculum(count: number): SourceFile[] {
  const heads = Array.from({ length: count }, (_, index) => headOf(index));
  const topics = [...new Set(heads.map(({ topic }) => topic))];
  return [
    { path: "edition.yaml", text: edition(topics) },
    ...topics.map((topic) => ({ path: `content/${topic}/README.md`, text: topicPage(topic) })),
    ...heads.map((head) => ({ path: `content/${head.topic}/${head.id}.md`, text: itemText(head, heads) })),
  ];
}

type Kind = "question" | "formula" | "code" | "term" | "pitfall";

interface Head {
  readonly index: number;
  readonly id: string;
  readonly topic: string;
  readonly kind: Kind;
  readonly title: string;
}

/** About the shares of real topics: 10 questions, 3 formulas, code items and terms each, 1 pitfall. */
const kinds: readonly Kind[] = [
  ...Array<Kind>(10).fill("question"),
  ...(["formula", "code", "term", "formula", "code", "term", "formula", "code", "term", "pitfall"] as const),
];

function headOf(index: number): Head {
  const random = randomFrom(index * 2 + 1);
  const kind = kinds[(index * 7) % kinds.length] as Kind;
  const [first, second, third] = [contentWord(random), contentWord(random), contentWord(random)];
  const titles = {
    question: `Why does ${first} ${second} ${third} ${contentWord(random)} ${index}?`,
    formula: `${capital(first)} ${second} of ${third} ${index}`,
    code: `${capital(first)} ${second} in ${third} ${index}`,
    term: `${capital(first)} ${second} ${third} ${index}`,
    pitfall: `${capital(first)} without ${second} ${third} ${index}`,
  };
  const topic = `topic-${String(Math.floor(index / perTopic) + 1).padStart(2, "0")}`;
  return { index, id: `${first}-${second}-${index}`, topic, kind, title: titles[kind] };
}

function edition(topics: readonly string[]): string {
  const list = topics.map((topic) => `  - ${topic}\n`).join("");
  return `id: bench\ntitle: Bench\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics:\n${list}`;
}

function topicPage(topic: string): string {
  const prose = proseFrom(randomFrom(Number(topic.slice(-2)) + 1e6));
  const title = capital(topic.replace("-", " "));
  return `---\nid: ${topic}\ntitle: ${title}\nsummary: ${prose.sentence(9)}\n---\n\n${prose.sentence(20)} ${prose.sentence(18)}\n`;
}

function itemText(head: Head, heads: readonly Head[]): string {
  const random = randomFrom(head.index * 2 + 2);
  const body = new Body(random, proseFrom(random));
  const other = () => heads[(head.index + random.whole(1, heads.length - 1)) % heads.length] as Head;
  const earlier = heads[head.index - random.whole(1, 40)];
  const related = new Set([other().id, other().id]);
  const front = [
    `id: ${head.id}`,
    `kind: ${head.kind}`,
    `title: ${JSON.stringify(head.title)}`,
    `short: ${JSON.stringify(body.prose.sentence(14))}`,
    `difficulty: ${random.pick(["easy", "medium", "hard"])}`,
    `tags: [${contentWord(random)}, ${contentWord(random)}-tag]`,
    ...(earlier ? [`after: [${earlier.id}]`] : []),
    `related: [${[...related].join(", ")}]`,
  ];
  const dates = [
    "sources:",
    `  - title: ${JSON.stringify(capital(body.prose.words(7)))}`,
    `    url: https://example.org/${contentWord(random)}/${head.index}`,
    `  - title: ${JSON.stringify(capital(body.prose.words(5)))}`,
    `    url: https://example.com/${contentWord(random)}.html`,
    "verified: 2026-11-20",
  ];
  const link = () => linkTo(head, other());
  const [special, text] = partsOf(head, body, link);
  return `---\n${[...front, ...special, ...dates].join("\n")}\n---\n\n${text.join("\n\n")}\n`;
}

/** The front matter that only this kind has, and the blocks of the body. */
function partsOf(head: Head, body: Body, link: () => string): readonly [front: string[], blocks: string[]] {
  const { prose } = body;
  switch (head.kind) {
    case "question":
      return [
        [
          "points:",
          ...[1, 2, 3].map(() => `  - ${JSON.stringify(prose.words(6))}`),
          "asked:",
          `  - ${JSON.stringify(`${capital(prose.words(7))}?`)}`,
        ],
        [
          `${prose.sentence(14)} ${body.withFormula(16)} ${prose.sentence(12)} ${prose.sentence(10)}`,
          "## In depth",
          `${body.withFormula(30)} ${prose.sentence(18)}`,
          `**${capital(prose.words(2))}.** ${prose.sentence(17)} ${body.withFormula(18)}`,
          ...(head.index % 3 === 0 ? [body.table()] : [body.display()]),
          `${prose.sentence(34)} ${link()} ${body.withFormula(26)} ${prose.sentence(24)}`,
          ...(head.index % 4 === 0 ? ["## Example", prose.sentence(12), body.python(), prose.sentence(14)] : []),
          "## Pitfalls",
          body.list(5),
          "## Follow-ups",
          `- ${capital(prose.words(9))}? ${prose.sentence(12)}\n- ${capital(prose.words(6))}? ${link()}`,
        ],
      ];
    case "formula": {
      const { tex, symbols, example } = checkedFormula(body.random);
      const front = [
        "symbols:",
        ...Object.entries(symbols).map(([name, meaning]) => `  '${name}': ${JSON.stringify(meaning)}`),
        "example:",
        ...Object.entries(example).map(([name, value]) => `  '${name}': ${value}`),
      ];
      return [
        front,
        [
          `$$\n${tex}\n$$`,
          `${prose.sentence(22)} ${body.withFormula(14)}`,
          "## Derivation",
          `${prose.sentence(24)} ${body.withFormula(26)}`,
          body.display(),
          `${prose.sentence(30)} ${link()} ${body.withFormula(16)}`,
          "## Worked example",
          `${prose.sentence(34)} ${body.withFormula(26)}`,
          body.table(),
          "## Pitfalls",
          body.list(4),
        ],
      ];
    }
    case "code":
      return [
        ["language: python", 'requires: ["numpy>=2"]'],
        [
          `${prose.sentence(16)} ${prose.sentence(9)}`,
          body.python(),
          `\`\`\`output\n0.${body.random.whole(10, 99)} ${prose.words(1)}\n\`\`\``,
          "## How it works",
          `${prose.sentence(26)} ${body.withFormula(24)} ${body.withFormula(18)}`,
          `${prose.sentence(34)} ${link()} ${prose.sentence(26)}`,
          "## Complexity",
          `${body.withFormula(12)} ${body.withFormula(16)} ${prose.sentence(14)}`,
          "## Pitfalls",
          body.list(4),
        ],
      ];
    case "term":
      return [
        ["aliases:", `  - ${prose.words(3)} ${head.index}`],
        [
          `${prose.sentence(12)} The ==${prose.words(3)}== is ${body.withFormula(14)}`,
          "## Example",
          `${prose.sentence(26)} ${body.withFormula(24)} ${body.withFormula(20)}`,
          body.display(),
          body.list(4),
          `${prose.sentence(30)} ${link()} ${body.withFormula(36)} ${prose.sentence(40)} ${body.withFormula(30)}`,
        ],
      ];
    case "pitfall":
      return [
        [],
        [
          `${prose.sentence(22)} ${prose.sentence(14)}`,
          "## Why it is wrong",
          `${body.withFormula(34)} ${prose.sentence(24)} ${body.withFormula(16)}`,
          body.display(),
          `${prose.sentence(34)} ${link()} ${body.withFormula(24)}`,
          "## Instead",
          body.list(5),
        ],
      ];
    default:
      return head.kind satisfies never;
  }
}

function linkTo(from: Head, to: Head): string {
  const folder = from.topic === to.topic ? "." : `../${to.topic}`;
  return `See [${to.title.replace(/\?$/, "")}](${folder}/${to.id}.md).`;
}
