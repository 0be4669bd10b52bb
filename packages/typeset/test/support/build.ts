import type { Block, Code, Curriculum, Inline, Phrase, Scope } from "@high-recall/core";

/** Builders for content. */
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

export const paragraph = (source: string | Inline[]): Block => ({
  type: "paragraph",
  children: typeof source === "string" ? inline(source) : source,
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

/** A curriculum of one guide with this lead. */
export function curriculumOf(lead: Block[]): Curriculum {
  const named = (name: string): Phrase => ({ text: name, children: [text(name)] });
  const lists = { tags: [], after: [], related: [], sources: [], formerly: [], sections: [] };
  const item = {
    kind: "guide" as const,
    id: "a",
    topic: "t",
    path: "t/a.md",
    title: named("A"),
    ...lists,
    lead,
    importance: "common" as const,
  };
  const topic = { id: "t", title: named("T"), summary: named("S"), introduction: [], figures: [], items: [item] };
  const edition = { id: "e", title: "E", language: "en", version: "1.0.0", date: "2026-11-20", authors: [] };
  return { edition, topics: [topic], order: ["a"] };
}
