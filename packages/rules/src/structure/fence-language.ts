import { fenceLanguages, listed, quote, suggestLanguage } from "@high-recall/core";
import type { Code } from "mdast";
import { atOpening, misnamedOutput } from "../code-fence.ts";
import { atNode, atPart, sourceOf } from "../fragment.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRuleWithOptions, type Report } from "../rule.ts";

/** Colours and copy buttons need the language, and each language has one name. */
export const fenceLanguage = defineRuleWithOptions<readonly string[]>({
  name: "fence-language",
  severity: "error",
  description: "Code is in a fence that names its language; plain text is `text`",
  read: readLanguages,
  checks: (languages) => ({
    nodes: {
      code(code, report, { file, fragment }) {
        const isOutput = misnamedOutput(file) === code;
        const opening = /^(?:`{3,}|~{3,})/.exec(sourceOf(fragment, code))?.[0];
        if (code.lang) {
          if (!languages.includes(code.lang)) reportUnknown(fragment, code, isOutput, languages, report);
        } else if (opening) {
          report(
            isOutput
              ? "The fence after the solution is its output: write `output` after the marks"
              : "The fence names no language: write it after the marks (plain text is `text`)",
            atPart(fragment, code, 0, opening.length),
            { replace: { actual: opening, by: [opening + (isOutput ? "output" : "text")] } },
          );
        } else {
          report(
            "Indented code names no language: write ```` ```text ```` before it and ```` ``` ```` after it, and delete the indent",
            atNode(fragment, code),
          );
        }
      },
    },
  }),
});

function readLanguages(value: unknown): readonly string[] {
  if (value === undefined) return fenceLanguages;
  const known: readonly unknown[] = fenceLanguages;
  if (Array.isArray(value) && value.length > 0 && value.every((language) => known.includes(language))) return value;
  throw new Error(`a list of some of these languages: ${fenceLanguages.join(", ")}`);
}

function reportUnknown(
  fragment: Fragment,
  code: Code,
  isOutput: boolean,
  languages: readonly string[],
  report: Report,
): void {
  const language = code.lang ?? "";
  const near = isOutput ? "output" : suggestLanguage(language, languages);
  const remedy = near ? `write \`${near}\`` : `write ${listed(languages)}`;
  report(
    `No language is called ${quote(language)} here: ${remedy}`,
    atOpening(fragment, code),
    near
      ? { replace: { actual: openingOf(fragment, code), by: [openingOf(fragment, code).replace(language, near)] } }
      : undefined,
  );
}

/** The opening fence and the language as written. */
function openingOf(fragment: Fragment, code: Code): string {
  const source = sourceOf(fragment, code);
  return source.slice(0, source.indexOf(code.lang ?? "") + (code.lang ?? "").length);
}
