import { listed, quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import type { WrongValue } from "../schema-issue.ts";
import { examplePhrase, flow, nameOf } from "../schema-words.ts";

/** Publishers trust the values of front matter. */
export const unexpectedValue = defineRule({
  name: "unexpected-value",
  severity: "error",
  description: "Values of front matter have the form that their key needs",
  issues(issues, report) {
    for (const issue of issues) {
      if (issue.type !== "unexpected-value") continue;
      const { path, value, meant } = issue;
      report(
        capitalised(wordsOf(issue)),
        valueAt(...path),
        meant !== undefined && typeof value === "string" ? { replace: { actual: value, by: [meant] } } : undefined,
      );
    }
  },
});

function wordsOf({ path, value, meant, expectation }: WrongValue): string {
  const name = nameOf(path);
  const is = `${name} is ${value === null ? "empty" : quote(value)}`;
  if (meant !== undefined) return `${is}: did you mean ${quote(meant)}?`;
  switch (expectation.type) {
    case "choice":
      return `${is}: write ${listed(expectation.choices ?? [])}`;
    case "remedy":
      return `${is}: ${expectation.remedy}`;
    case "list":
      return `${name} must be a list: write \`${listOf(value, expectation.example)}\``;
    case "text":
      return typeof value === "object" && value !== null
        ? `${name} must be text, not ${Array.isArray(value) ? "a list" : "keys and values"}${wayTo(expectation)}`
        : value === null
          ? `${name} is empty${wayTo(expectation)}`
          : `${name} must be text: put it in quotes, \`'${String(value)}'\``;
    case "table":
      return `${name} must be keys and values${wayTo(expectation)}`;
    case "number":
    case "boolean":
      return `${name} must be ${expectation.type === "number" ? "a number" : "`true` or `false`"}${wayTo(expectation)}`;
    default:
      return `${is}${wayTo(expectation)}`;
  }
}

/** The value as the one entry of a list; an example where there is no value to keep. */
function listOf(value: unknown, example: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return `[${flow(value)}]`;
  return Array.isArray(example) ? flow(example) : "[…]";
}

function wayTo(expectation: WrongValue["expectation"]): string {
  if (expectation.remedy !== undefined) return `: ${expectation.remedy}`;
  const example = examplePhrase(expectation).replace(/^, such as /, "");
  return example === "" ? ": give it another value" : `: write for example ${example}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
