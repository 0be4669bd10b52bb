import { quote } from "@high-recall/core";
import type { FaultList } from "../fault.ts";
import { limits } from "../limits.ts";
import { placeOf, type SourceText, trimmed } from "../source-text.ts";
import { type Declaration, parseDeclarations } from "./declarations.ts";
import { parseSelector, type Selector } from "./selector.ts";

/** A selector and its declarations. */
export interface StyleRule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
}

/** Reads the rules of a style sheet; what is not understood is a fault. */
export function parseStyleSheet(written: SourceText, faults: FaultList): StyleRule[] {
  if (written.text.length > limits.styleSheet) {
    const most = limits.styleSheet.toLocaleString("en");
    faults.unreadable(`The style sheet has more than ${most} characters: delete what no element uses`, written);
    return [];
  }
  const source = withoutComments(written, faults);
  if (!source) return [];
  const rules = parseRules(source, faults, false);
  if (rules.length > limits.selectors) {
    const most = limits.selectors.toLocaleString("en");
    faults.stop(`The style sheet has more than ${most} selectors: share classes, or write attributes`, written);
  }
  return rules;
}

function parseRules(source: SourceText, faults: FaultList, isInside: boolean): StyleRule[] {
  const { text } = source;
  const rules: StyleRule[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? "")) {
      at++;
      continue;
    }
    if (text[at] === "@") {
      at = readAtRule(source, at, faults, isInside);
      continue;
    }
    const open = text.indexOf("{", at);
    const head = trimmed(source, at, open < 0 ? text.length : open);
    if (open < 0) {
      if (head.text !== "")
        faults.unreadable(`${quote(head.text)} has no \`{\`: write \`selector { property: value; }\``, head);
      return rules;
    }
    const close = text.indexOf("}", open);
    const inner = text.indexOf("{", open + 1);
    if (close < 0 || (inner >= 0 && inner < close)) {
      faults.unreadable(`The rule of ${quote(head.text)} is not closed: write \`}\` after its last declaration`, head);
      return rules;
    }
    const declarations = parseDeclarations(trimmed(source, open + 1, close), faults);
    for (const selector of parseSelectors(head, faults)) rules.push({ selector, declarations });
    at = close + 1;
  }
  return rules;
}

const isName = /[\w.#*[\]-]/;

/** Comments become spaces, so that all offsets stay. */
function withoutComments(source: SourceText, faults: FaultList): SourceText | undefined {
  const backslash = source.text.indexOf("\\");
  if (backslash >= 0) {
    faults.unsafe(
      "A backslash in a style can hide what it loads: write plain CSS",
      placeOf(source, backslash, backslash + 1),
    );
    return undefined;
  }
  const parts: string[] = [];
  let at = 0;
  for (let start = source.text.indexOf("/*"); start >= 0; start = source.text.indexOf("/*", at)) {
    const end = source.text.indexOf("*/", start + 2);
    const after = end < 0 ? source.text.length : end + 2;
    if (isName.test(source.text[start - 1] ?? "") && isName.test(source.text[after] ?? "")) {
      faults.unreadable(
        "A comment inside a word or selector is not understood: move it out",
        placeOf(source, start, after),
      );
    }
    parts.push(source.text.slice(at, start), " ".repeat(after - start));
    at = after;
  }
  return { ...source, text: parts.join("") + source.text.slice(at) };
}

/**
 * Skips rules for dark screens, which do not apply to paper, and refuses `@import` and other at-rules.
 *
 * @returns the offset after the rule and its block
 */
function readAtRule(source: SourceText, at: number, faults: FaultList, isInside: boolean): number {
  const { text } = source;
  const end = endOfAtRule(text, at);
  const open = text.indexOf("{", at);
  const isDark =
    open >= 0 &&
    /^@media\s{0,9}\(\s{0,9}prefers-color-scheme\s{0,9}:\s{0,9}dark\s{0,9}\)$/i.test(text.slice(at, open).trim());
  const name = /^@[\w-]{0,40}/.exec(text.slice(at, at + 41))?.[0] ?? "@";
  const place = placeOf(source, at, at + name.length);
  if (isDark && !isInside && end < text.length) parseRules(trimmed(source, open + 1, end), faults, true);
  else if (/^@(import|font-face|namespace)$/i.test(name)) {
    faults.unsafe(`${quote(name)} loads something from outside of the file: delete the rule`, place);
  } else {
    faults.unreadable(
      `${quote(name)} is not understood in print, other than \`@media (prefers-color-scheme: dark)\`: write the rules inside it without a condition`,
      place,
    );
  }
  return end + 1;
}

/** Where an at-rule ends: at its semicolon, or at the bracket that closes its block. */
function endOfAtRule(text: string, at: number): number {
  let depth = 0;
  let end = at;
  for (; end < text.length; end++) {
    const character = text[end];
    if (character === "{") depth++;
    if (character === "}") depth--;
    if ((character === ";" && depth === 0) || (character === "}" && depth <= 0)) break;
  }
  return end;
}

function parseSelectors(head: SourceText, faults: FaultList): Selector[] {
  const selectors: Selector[] = [];
  let start = 0;
  for (const part of head.text.split(",")) {
    const piece = trimmed(head, start, start + part.length);
    start += part.length + 1;
    const selector = piece.text.length <= 500 ? parseSelector(piece.text) : undefined;
    if (selector) selectors.push(selector);
    else {
      faults.unreadable(
        `The selector ${quote(piece.text)} is not understood: write names, \`.class\`, \`#id\` and \`[attribute="value"]\`, inside one another with a space or \`>\``,
        piece,
      );
    }
  }
  return selectors;
}
