import type { Code } from "mdast";
import type { Position } from "unist";
import type { VFile } from "vfile";
import { placeInNode, sourceAt } from "./place.ts";

/** The marks that open a fence and the language after them; the whole block where it does not say it literally. */
export function placeOfOpening(file: VFile, code: Code): Position | undefined {
  const language = code.lang ?? "";
  const at = sourceAt(file, code.position).indexOf(language);
  return language === "" || at < 0 ? code.position : placeInNode(file, code, 0, at + language.length);
}
