import { fenceLanguages, quote, suggestLanguage } from "@high-recall/core";
import type { Code } from "mdast";
import type { VFile } from "vfile";
import { placeOfOpening } from "../fence.ts";
import { findAll } from "../nodes.ts";
import { placeInNode, sourceAt } from "../place.ts";
import { report } from "../report.ts";
import { defineRuleWithOptions } from "../rule.ts";

/** Colours and copy buttons need the language, and a name that is spelled in one way. */
export const fenceLanguage = defineRuleWithOptions<readonly string[]>({
  name: "fence-language",
  severity: "error",
  description: "Code stands in a fence that names its language; plain text is `text`",
  read: readLanguages,
  check(tree, file, languages) {
    for (const { node: code } of findAll(tree, "code")) {
      const opening = /^(?:`{3,}|~{3,})/.exec(sourceAt(file, code.position))?.[0];
      if (code.lang) {
        if (!languages.includes(code.lang)) reportUnknown(file, code, code.lang, languages);
      } else if (opening) {
        report(
          file,
          "Unexpected fence without a language, expected its name after the marks: plain text is `text`",
          placeInNode(file, code, 0, opening.length),
          { actual: opening, expected: [`${opening}text`] },
        );
      } else {
        report(
          file,
          "Unexpected code without a language, expected a fence that names it: write ```` ```text ```` before it and ```` ``` ```` after it, without the indent",
          code.position,
        );
      }
    }
  },
});

function readLanguages(value: unknown): readonly string[] {
  if (value === undefined) return fenceLanguages;
  if (Array.isArray(value) && value.length > 0 && value.every((language) => typeof language === "string")) return value;
  throw new Error("a list of languages, such as `[python, sql, text, output]`");
}

function reportUnknown(file: VFile, code: Code, language: string, languages: readonly string[]): void {
  const near = suggestLanguage(language, languages);
  const place = placeOfOpening(file, code);
  const actual = sourceAt(file, place);
  report(
    file,
    `Unexpected language ${quote(language)}, expected ${near ? `\`${near}\`` : `one of ${languages.join(", ")}`}`,
    place,
    near && actual.endsWith(language) ? { actual, expected: [actual.replace(language, near)] } : undefined,
  );
}
