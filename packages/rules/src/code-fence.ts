import type { Code } from "mdast";
import { atNode, atPart, sourceOf } from "./fragment.ts";
import type { At, Fragment } from "./parsed-file.ts";

/** The marks that open a fence and the language after them; the whole block where the file does not say it literally. */
export function atOpening(fragment: Fragment, code: Code): At {
  const language = code.lang ?? "";
  const at = sourceOf(fragment, code).indexOf(language);
  return language === "" || at < 0 ? atNode(fragment, code) : atPart(fragment, code, 0, at + language.length);
}
