import { CORE_SCHEMA, load } from "js-yaml";

/**
 * The value of a YAML text with plain keys and values only; undefined when it has a fault, or something that
 * only the placing reader can judge (an anchor, a tag, an escape, a second document). Ten times as fast as that reader,
 * which gives the same values (test/yaml.test.ts compares them).
 */
export function readYamlFast(source: string): unknown {
  if (needsCare.some((pattern) => pattern.test(source))) return undefined;
  try {
    return load(source, { schema: CORE_SCHEMA }) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Syntax that the two readers interpret differently, or that the placing reader refuses. */
const needsCare: readonly RegExp[] = [
  // A tab or another control character, a lone carriage return, a line ending of Unicode, a byte order mark.
  /[^\P{Cc}\n\r]|\r(?!\n)|[\u2028\u2029\ufeff]/u,
  // A backslash in double quotes.
  /"[^"\n]*\\/,
  // An anchor, an alias, a tag.
  /(?:^|[\s[{,:?-])[&*!]/m,
  // A merge key.
  /<</,
  // A line that begins or ends a document.
  /^ *(?:---|\.\.\.|%)/m,
  // Deep nesting.
  /[[{]{8}|(?:[-?] ){8}/,
  // An explicit key; a key that is null or missing.
  /(?:^|[\s[{,-])\?(?=\s|$)/,
  /(?:^|[{[,?-]) *(?:(?:~|null|Null|NULL) *)?:(?=[\s,\]}]|$)/m,
  // Line breaks and comments may surround such a key in a flow map.
  /(?:^|[\s{,])(?:~|null|Null|NULL)\s*[,}#]/m,
  // A comment after something: it may cut off a text.
  /^(?![ \t]*#).*[ \t]#/m,
  // One that begins where a text should: `[#a]`, `- #a`.
  /[[{,][ \t]*#/,
  // A block scalar.
  /(?:^|\s)[|>][-+\d]*(?=\s*$|\s+#)/m,
  // Text after the closing quote or bracket of a list entry.
  /^ *(?:- +)+(?:'(?:[^']|'')*'(?!')|"[^"]*") *[^\s:#]/m,
  /^ *(?:- +)+[[{](?:.*[\]}] *[^\s,\]}#]|(?!.*[\]}] *(?:#.*)?$))/m,
  // A number that overflows to infinity.
  /\d[eE]\+?\d{3}|[\da-fA-F]{200}/,
];
