import type { Block, Code, Curriculum, Inline, Item, Phrase, Scope, Topic } from "@high-recall/core";
import { plainText } from "@high-recall/core";

/** Builders for a curriculum. */
export const text = (value: string): Inline => ({ type: "text", value });
export const code = (value: string): Inline => ({ type: "inlineCode", value });
export const math = (value: string): Inline => ({ type: "inlineMath", value });
export const strong = (...children: Inline[]): Inline => ({ type: "strong", children });
export const emphasis = (...children: Inline[]): Inline => ({ type: "emphasis", children });
export const struck = (...children: Inline[]): Inline => ({ type: "delete", children });
export const link = (url: string, ...children: Inline[]): Inline => ({ type: "link", url, children });
export const itemLink = (item: string, ...children: Inline[]): Inline => ({
  type: "link",
  url: `../x/${item}.md`,
  data: { item },
  children,
});
export const lineBreak: Inline = { type: "break" };

/** Builds inlines from one string: `$tex$`, `code` in backticks, **strong**, *emphasis*. */
export function inline(source: string): Inline[] {
  const pattern = /\$([^$]+)\$|`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g;
  const out: Inline[] = [];
  let at = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > at) out.push(text(source.slice(at, match.index)));
    if (match[1] !== undefined) out.push(math(match[1]));
    else if (match[2] !== undefined) out.push(code(match[2]));
    else if (match[3] !== undefined) out.push(strong(...inline(match[3])));
    else if (match[4] !== undefined) out.push(emphasis(...inline(match[4])));
    at = match.index + match[0].length;
  }
  if (at < source.length) out.push(text(source.slice(at)));
  return out;
}

export const phrase = (source: string): Phrase => ({ text: plainText(inline(source)), children: inline(source) });
export const paragraph = (source: string | Inline[]): Block => ({
  type: "paragraph",
  children: typeof source === "string" ? inline(source) : source,
});
export const display = (value: string): Block => ({ type: "math", value });
export const heading = (depth: 2 | 3 | 4, source: string): Block => ({
  type: "heading",
  depth,
  children: inline(source),
});
export const quote = (...children: Block[]): Block => ({ type: "blockquote", children });
export const image = (url: string, alt: string, title?: string): Block => ({
  type: "image",
  url,
  alt,
  ...(title === undefined ? {} : { title }),
});
export const rule: Block = { type: "thematicBreak" };

type Entry = string | Block[];
const entry = (content: Entry, checked: boolean | null) => ({
  type: "listItem" as const,
  checked,
  children: typeof content === "string" ? (content === "" ? [] : [paragraph(content)]) : content,
});
export const bullets = (...entries: Entry[]): Block => ({
  type: "list",
  ordered: false,
  start: null,
  spread: false,
  children: entries.map((each) => entry(each, null)),
});
export const numbers = (start: number, ...entries: Entry[]): Block => ({
  type: "list",
  ordered: true,
  start,
  spread: false,
  children: entries.map((each) => entry(each, null)),
});
export const tasks = (...entries: (readonly [boolean, Entry])[]): Block => ({
  type: "list",
  ordered: false,
  start: null,
  spread: true,
  children: entries.map(([checked, each]) => entry(each, checked)),
});

export const table = (align: ("left" | "right" | "center" | null)[], ...rows: string[][]): Block => ({
  type: "table",
  align,
  children: rows.map((row) => ({
    type: "tableRow",
    children: row.map((cell) => ({ type: "tableCell", children: inline(cell) })),
  })),
});

/** Builds a fence with a simple highlighter that gives every scope. */
export function fence(lang: string, value: string): Code {
  const scopes: [RegExp, Scope][] = [
    [/^#.*/, "comment"],
    [/^("""|'''|"[^"]*"|'[^']*')/, "string"],
    [/^\d[\d.e]*/, "number"],
    [/^(?:True|False|None)\b/, "constant"],
    [/^(?:def|return|import|from|as|for|in|if|else|class|with|lambda|select|where)\b/, "keyword"],
    [/^[A-Za-z_]\w*(?=\()/, "function"],
    [/^(?:int|float|str|ndarray)\b/, "type"],
    [/^[A-Za-z_]\w*/, "variable"],
    [/^[-+*/=<>!@%]+/, "operator"],
    [/^[()[\]{},.:;]/, "punctuation"],
  ];
  const tokens = value.split("\n").map((line) => {
    const out: { text: string; scope?: Scope }[] = [];
    let rest = line;
    while (rest) {
      const found = lang === "output" || lang === "text" ? undefined : scopes.find(([pattern]) => pattern.test(rest));
      const part = found ? (found[0].exec(rest)?.[0] ?? "") : (rest[0] ?? "");
      const last = out.at(-1);
      if (found) out.push({ text: part, scope: found[1] });
      else if (last && last.scope === undefined) last.text += part;
      else out.push({ text: part });
      rest = rest.slice(part.length);
    }
    return out;
  });
  return { type: "code", lang, value, data: { tokens } };
}

export const common = (topic: string, id: string, title: string) => ({
  id,
  topic,
  path: `${topic}/${id}.md`,
  title: phrase(title),
  tags: [],
  after: [],
  related: [],
  sources: [],
  formerly: [],
  importance: "common" as const,
  sections: [],
});

/** Keys of every item that has cards. */
export const recall = { short: phrase("What to remember, in one sentence.") };

export const section = (name: string, title: string, ...blocks: Block[]) => ({ name, heading: phrase(title), blocks });

export const topicOf = (id: string, title: string, items: Item[], rest: Partial<Topic> = {}): Topic => ({
  id,
  title: phrase(title),
  summary: phrase(`What to know of ${title.toLowerCase()}.`),
  introduction: [],
  items,
  figures: [],
  ...rest,
});

export const curriculumOf = (...topics: Topic[]): Curriculum => ({
  edition: {
    id: "sample",
    title: "Sample Sheet",
    subtitle: "Formulas, code and trade-offs",
    language: "en",
    version: "1.2.0",
    date: "2026-11-20",
    authors: ["The authors"],
    licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    site: "https://example.org",
  },
  topics,
  order: topics.flatMap((topic) => topic.items.map((item) => item.id)),
});
