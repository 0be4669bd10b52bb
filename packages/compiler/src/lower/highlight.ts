import type { FenceLanguage, Scope, Token } from "@high-recall/core";
import type { ShikiPrimitive } from "@shikijs/primitive";
import { memoise } from "./memoise.ts";
import { scopeOf } from "./scopes.ts";
import { withoutFalseKeywords } from "./sql-names.ts";

/** Code to tokens, one array a line; the tokens of a line, joined, give the line. */
export type Highlight = (value: string, lang: string) => Token[][];

/** Loads the grammars of some languages, if any needs one; unknown languages stay plain. */
export async function loadHighlight(languages: Iterable<string>): Promise<Highlight> {
  for (const name of new Set(languages)) {
    if (!isGrammar(name) || loaded.has(name)) continue;
    highlighter ??= createHighlighter();
    const [shiki, grammar] = await Promise.all([highlighter, grammars[name]()]);
    await shiki.loadLanguage(grammar.default);
    loaded.set(
      name,
      memoise((value) => tokenize(shiki, value, name), 5_000),
    );
  }
  return (value, lang) => loaded.get(lang)?.(value) ?? plain(value);
}

const grammars = {
  python: () => import("@shikijs/langs/python"),
  sql: () => import("@shikijs/langs/sql"),
  bash: () => import("@shikijs/langs/bash"),
  javascript: () => import("@shikijs/langs/javascript"),
  typescript: () => import("@shikijs/langs/typescript"),
  json: () => import("@shikijs/langs/json"),
  yaml: () => import("@shikijs/langs/yaml"),
  toml: () => import("@shikijs/langs/toml"),
  html: () => import("@shikijs/langs/html"),
  cpp: () => import("@shikijs/langs/cpp"),
  r: () => import("@shikijs/langs/r"),
  diff: () => import("@shikijs/langs/diff"),
  docker: () => import("@shikijs/langs/docker"),
} satisfies Record<Exclude<FenceLanguage, "text" | "output">, unknown>;

const loaded = new Map<string, (value: string) => Token[][]>();
let highlighter: Promise<ShikiPrimitive> | undefined;

function isGrammar(name: string): name is keyof typeof grammars {
  return Object.hasOwn(grammars, name);
}

/** shiki's tokenizer alone: colours and HTML are for the back ends. */
async function createHighlighter(): Promise<ShikiPrimitive> {
  const [{ createShikiPrimitive }, { createJavaScriptRegexEngine }] = await Promise.all([
    import("@shikijs/primitive"),
    import("@shikijs/engine-javascript"),
  ]);
  return createShikiPrimitive({ themes: [], langs: [], engine: createJavaScriptRegexEngine({ forgiving: true }) });
}

/** Nobody reads code in longer lines, and some grammars take seconds for them. */
const longestLine = 1_000;

function tokenize(shiki: ShikiPrimitive, value: string, lang: string): Token[][] {
  const grammar = shiki.getLanguage(lang);
  let state: Parameters<typeof grammar.tokenizeLine>[1] = null;
  const lines = value.split("\n").map((line) => {
    if (line.length > longestLine) return plainLine(line);
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const tokens = joinEqual(
      result.tokens.map(({ startIndex, endIndex, scopes }) => {
        const text = line.slice(startIndex, endIndex);
        return { text, scope: text.trim() === "" ? undefined : scopeOf(scopes, text) };
      }),
    );
    return tokens.map(({ text }) => text).join("") === line ? tokens : plainLine(line);
  });
  return lang === "sql" ? withoutFalseKeywords(lines).map(joinEqual) : lines;
}

function joinEqual(parts: readonly { text: string; scope?: Scope | undefined }[]): Token[] {
  const tokens: Token[] = [];
  for (const { text, scope } of parts) {
    if (text === "") continue;
    const last = tokens.at(-1);
    if (last !== undefined && last.scope === scope) last.text += text;
    else tokens.push(scope === undefined ? { text } : { text, scope });
  }
  return tokens;
}

function plain(value: string): Token[][] {
  return value.split("\n").map(plainLine);
}

function plainLine(line: string): Token[] {
  return line === "" ? [] : [{ text: line }];
}
