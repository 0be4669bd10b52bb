import { listed, quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import type { Expectation } from "../schema-issue.ts";
import { flow } from "../schema-words.ts";

/** Each kind has keys that publishers rely on. */
export const missingKey = defineRule({
  name: "missing-key",
  severity: "error",
  description: "Front matter has every key that its kind needs",
  issues(issues, report) {
    for (const issue of issues) {
      if (issue.type !== "missing-key") continue;
      const key = String(issue.path.at(-1));
      report(`Missing ${quote(key)}: ${remedyOf(key, issue.expectation)}`, valueAt(...issue.path));
    }
  },
});

function remedyOf(key: string, { choices, remedy, description, example }: Expectation): string {
  if (choices !== undefined) return `write ${listed(choices)}`;
  if (remedy !== undefined && /^say |such as/.test(remedy)) return remedy;
  const written = example === undefined ? undefined : `${key}: ${flow(example)}`;
  if (written !== undefined && written.length <= 80) return `add it, such as \`${written}\``;
  return description === undefined
    ? "add it"
    : `add it (${description.charAt(0).toLowerCase()}${description.slice(1)})`;
}
