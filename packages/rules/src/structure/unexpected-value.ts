import { listed, quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { type Details, defineRule } from "../rule.ts";
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
        meant !== undefined && typeof value === "string" ? { replace: { actual: value, by: [meant] } } : quoted(issue),
      );
    }
  },
});

/** Quotes around a number or `true`, which were most likely meant as text. */
function quoted({ value, written }: WrongValue): Details | undefined {
  return written === undefined || value === null ? undefined : { replace: { actual: written, by: [`'${written}'`] } };
}

function wordsOf({ path, value, written, meant, expectation }: WrongValue): string {
  const name = nameOf(path);
  const is = `${name} is ${value === null || value === "" ? "empty" : quote(value)}`;
  if (meant !== undefined) return `${is}: did you mean ${quote(meant)}?`;
  switch (expectation.type) {
    case "choice":
      return `${is}: write ${listed(expectation.choices ?? [])}`;
    case "remedy":
      if (typeof value === "string" && value.includes("\n") && / on one line$/.test(expectation.remedy ?? ""))
        return `${name} has ${value.split("\n").length} lines: ${expectation.remedy}, in quotes`;
      return `${is}: ${expectation.remedy}`;
    case "list":
      return `${name} must be a list: write \`${listOf(value, expectation.example)}\``;
    case "text":
      if (value === null && written !== undefined)
        return `${name} is ${quote(written)}, which YAML reads as no value: write text, or put it in quotes`;
      if (value === null) return `${is}${wayTo(expectation, "write text")}`;
      if (Array.isArray(value)) return `${name} must be text, not a list: write it without brackets`;
      if (typeof value === "object") return `${name} must be text, not keys and values: put it in quotes`;
      return `${name} must be text: put it in quotes, ${quote(`'${written ?? String(value)}'`)}`;
    case "table":
      return path.length === 0
        ? `${name} must be keys and values: write lines such as \`id: adam\``
        : `${name} must be keys and values${wayTo(expectation, "write `key: value`")}`;
    case "number":
      return `${name} must be a number${wayTo(expectation, "write digits without quotes")}`;
    case "boolean":
      return `${is}: write \`true\` or \`false\``;
    default:
      return `${is}${wayTo(expectation, value === null ? "write a value" : "write another value")}`;
  }
}

/** The value as a list, cut at its commas; an example where entries are not plain words, or where there is no value. */
function listOf(value: unknown, example: unknown): string {
  const [entry] = Array.isArray(example) ? example : [];
  const isWords = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (isWords && value !== "" && typeof entry !== "object") return flow(String(value).split(/,\s*/));
  return Array.isArray(example) ? flow(example) : "[…]";
}

function wayTo(expectation: WrongValue["expectation"], otherwise: string): string {
  if (expectation.remedy !== undefined) return `: ${expectation.remedy}`;
  const example = examplePhrase(expectation).replace(/^, such as /, "");
  return `: ${example === "" ? otherwise : `write, for example, ${example}`}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
