import type { Code, Token } from "@high-recall/core";
import type { Element, ElementContent } from "hast";
import { element, text } from "./element.ts";

/** A fence as hast: a `pre` that scrolls and can be focused, with a `span` for each coloured token. */
export function codeToHast(code: Code): Element {
  const lines = code.data.tokens.map((tokens) => tokens.map(tokenToHast));
  const children = lines.flatMap((line, index) => (index === 0 ? line : [text("\n"), ...line]));
  return element("pre", { tabIndex: 0 }, [element("code", { className: languageClass(code.lang) }, children)]);
}

/** Deepest indent that has a class of its own. */
const deepest = 40;

/**
 * A fence as hast whose lines are elements: `span.line.i4 > span` is a line that begins with four spaces, `key` one of the
 * key lines, counted from 1. The inner element holds all of the line's text.
 */
export function linesToHast(code: Code, keyLines: ReadonlySet<number> = new Set()): Element {
  const lines = code.data.tokens.map((tokens, index) => {
    const value = tokens.map((token) => token.text).join("");
    const indent = Math.min(deepest, value.search(/\S|$/));
    const className = ["line", `i${indent}`, ...(keyLines.has(index + 1) ? ["key"] : [])];
    return element("span", { className }, [element("span", {}, tokens.map(tokenToHast))]);
  });
  return element("pre", {}, [element("code", { className: languageClass(code.lang) }, lines)]);
}

function tokenToHast(token: Token): ElementContent {
  const content = text(token.text);
  return token.scope === undefined ? content : element("span", { className: [`tok-${token.scope}`] }, [content]);
}

function languageClass(language: string): string[] | undefined {
  return /^[\w+#.-]+$/.test(language) ? [`language-${language}`] : undefined;
}
