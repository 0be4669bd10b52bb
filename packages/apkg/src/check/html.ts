import { decodeEntities } from "../entities.ts";
import { fieldSeparator } from "../field-text.ts";
import type { OpenPackage } from "../open-package.ts";
import { type Check, type Finding, placeOf } from "./fault.ts";

/** Elements that run code or leave the card. */
const forbidden = /^(?:script|iframe|frame|frameset|object|embed|applet|form|base|meta|link)$/;

/** Attributes whose address is fetched when the card is shown. */
const fetched = /^(?:src|srcset|poster|data|background|xlink:href)$/;

/** Elements in which MathJax does not look for formulas. */
const withoutMath =
  /<!--[\s\S]*?-->|<(pre|code|script|style|textarea)\b[\s\S]*?<\/\1>|<(\w+)[^>]*\btex2jax_ignore\b[^>]*>[\s\S]*?<\/\2>/gi;

export const htmlChecks = {
  "html-safe": {
    why: "A card runs with the rights of Anki: no scripts, no handlers, nothing fetched from elsewhere",
    *find({ opened }) {
      for (const { where, html } of htmlOf(opened)) {
        for (const what of faultsOfHtml(html)) yield { where, what };
      }
      for (const noteType of opened.noteTypes.values()) {
        if (/@import|url\(\s*["']?\s*(?:[a-z]+:)?\/\/|expression\(/i.test(noteType.css)) {
          yield { where: `note type ${JSON.stringify(noteType.name)}`, what: "its CSS fetches from elsewhere" };
        }
      }
    },
  },
  "tex-balanced": {
    why: "After a `\\(` that is not closed MathJax swallows the rest of the card or shows it raw",
    *find({ opened }) {
      for (const note of opened.notes) {
        for (const field of note.flds.split(fieldSeparator)) {
          const fault = faultOfMath(field);
          if (fault !== undefined) yield { where: placeOf(note), what: fault };
        }
      }
    },
  },
} satisfies Record<string, Check>;

function* htmlOf(opened: OpenPackage): Generator<{ where: string; html: string }> {
  for (const note of opened.notes) {
    for (const html of note.flds.split(fieldSeparator)) yield { where: placeOf(note), html };
  }
  for (const noteType of opened.noteTypes.values()) {
    for (const template of noteType.tmpls) {
      const where = `note type ${JSON.stringify(noteType.name)}, template ${JSON.stringify(template.name)}`;
      yield { where, html: template.qfmt };
      yield { where, html: template.afmt };
    }
  }
  for (const deck of opened.decks.values()) yield { where: `deck ${JSON.stringify(deck.name)}`, html: deck.desc ?? "" };
}

function* faultsOfHtml(html: string): Generator<Finding["what"]> {
  for (const [, name = "", attributes = ""] of html.matchAll(/<\/?([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)/gi)) {
    if (forbidden.test(name.toLowerCase())) yield `holds the element <${name}>`;
    for (const [, key = "", double, single, bare] of attributes.matchAll(
      /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
    )) {
      const attribute = key.toLowerCase();
      // A browser skips white space and control characters in an address.
      const value = decodeEntities(double ?? single ?? bare ?? "")
        .replace(/[\s\p{Cc}]/gu, "")
        .toLowerCase();
      if (attribute.startsWith("on")) yield `holds the event handler ${key}`;
      if (/^(?:javascript|vbscript|data:text)/.test(value)) yield `holds an address that runs code in ${key}`;
      if (fetched.test(attribute) && /^(?:(?!data:)[a-z][a-z0-9+.-]*:|\/\/)/.test(value)) {
        yield `fetches ${JSON.stringify(value)} from elsewhere`;
      }
      if (attribute === "style" && /url\(/.test(value)) yield `fetches from elsewhere in ${key}`;
    }
  }
}

/** The first unmatched delimiter of MathJax in a field. */
function faultOfMath(html: string): string | undefined {
  const text = html.replace(withoutMath, "");
  const outside = /\\[()[\]]/g;
  // In a formula `\\` ends a line, also before a bracket.
  const inside = /\\\\|\\[()[\]]/g;
  let open: string | undefined;
  let at = 0;
  for (;;) {
    const pattern = open === undefined ? outside : inside;
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0];
    if (token === undefined) return open === undefined ? undefined : `\`${open}\` is not closed`;
    at = pattern.lastIndex;
    if (token === "\\\\") continue;
    if (open === undefined) {
      if (token === "\\)" || token === "\\]") return `\`${token}\` closes no formula`;
      open = token;
    } else if (token === (open === "\\(" ? "\\)" : "\\]")) open = undefined;
    else return `\`${token}\` inside a formula that began with \`${open}\``;
  }
}
