import type { Scope } from "@high-recall/core";
import { memoise } from "./memoise.ts";

/**
 * The scope of a token, from the names that TextMate grammars give it, outermost first. The innermost name that the
 * table knows decides.
 */
export function scopeOf(names: readonly string[], text: string): Scope | undefined {
  for (const name of names.toReversed()) {
    const scope = scopeOfName(name);
    // Grammars treat `and`, `not` and `new` as operators; here they are keywords.
    if (scope === "operator" && /^[a-z]/i.test(text)) return "keyword";
    if (scope !== undefined) return scope;
  }
  return undefined;
}

const scopeOfName = memoise((name) => table.find(([prefix]) => name === prefix || name.startsWith(`${prefix}.`))?.[1]);

/** Prefixes of scope names; a longer one comes before a shorter. @see TextMate manual, "Naming Conventions" */
const table: readonly (readonly [prefix: string, scope: Scope])[] = [
  ["comment", "comment"],
  ["punctuation.definition.comment", "comment"],
  ["string", "string"],
  ["punctuation.definition.string", "string"],
  ["storage.type.string", "string"],
  ["constant.numeric", "number"],
  ["keyword.other.unit", "number"],
  ["constant.other.database-name", "variable"],
  ["constant.other.table-name", "variable"],
  ["constant", "constant"],
  ["support.constant", "constant"],
  ["variable.language", "constant"],
  ["keyword.operator", "operator"],
  ["storage.type.function.arrow", "operator"],
  ["keyword", "keyword"],
  ["storage", "keyword"],
  ["entity.name.function", "function"],
  ["support.function", "function"],
  ["meta.function-call.generic", "function"],
  ["entity.name.tag.yaml", "variable"],
  ["entity.name.tag", "type"],
  ["entity.name", "type"],
  ["entity.other.inherited-class", "type"],
  ["entity.other.attribute-name", "variable"],
  ["support.type.property-name", "variable"],
  ["support.type", "type"],
  ["support.class", "type"],
  ["support.variable", "variable"],
  ["variable.parameter", "variable"],
  ["variable.function", "function"],
  ["variable", "variable"],
  ["markup.inserted", "string"],
  ["markup.deleted", "constant"],
  ["meta.diff", "comment"],
  ["punctuation", "punctuation"],
];
