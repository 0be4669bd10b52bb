import type { Code, Token } from "@high-recall/core";
import type { Element, ElementContent } from "hast";
import { element, text } from "./element.ts";

/** A fence as hast: a `pre` that scrolls and can be focused, with a `span` for each coloured token. */
export function codeToHast(code: Code): Element {
  const lines = code.data.tokens.map((tokens) => tokens.map(tokenToHast));
  const children = lines.flatMap((line, index) => (index === 0 ? line : [text("\n"), ...line]));
  return element("pre", { tabIndex: 0 }, [element("code", { className: languageClass(code.lang) }, children)]);
}

function tokenToHast(token: Token): ElementContent {
  const content = text(token.text);
  return token.scope === undefined ? content : element("span", { className: [`tok-${token.scope}`] }, [content]);
}

function languageClass(language: string): string[] | undefined {
  return /^[\w+#.-]+$/.test(language) ? [`language-${language}`] : undefined;
}
