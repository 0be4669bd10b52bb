import type { Code, Nodes } from "mdast";
import { atNode, atPart, sourceOf } from "./fragment.ts";
import type { At, Fragment } from "./parsed-file.ts";

/** Place of the opening fence and its language; the whole block where they are not in the source literally. */
export function atOpening(fragment: Fragment, code: Code): At {
  const language = code.lang ?? "";
  const at = sourceOf(fragment, code).indexOf(language);
  return language === "" || at < 0 ? atNode(fragment, code) : atPart(fragment, code, 0, at + language.length);
}

/** Place of the text after the language, or after `$$`; the whole block where it is not in the source literally. */
export function atMeta(fragment: Fragment, node: Extract<Nodes, { type: "code" | "math" }>): At {
  const meta = node.meta ?? "";
  const [opening = ""] = sourceOf(fragment, node).split("\n", 1);
  const at = opening.lastIndexOf(meta);
  return meta === "" || at < 0 ? atNode(fragment, node) : atPart(fragment, node, at, at + meta.length);
}
