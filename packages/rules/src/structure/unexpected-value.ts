import { Id, listed, quote } from "@high-recall/core";
import { isMap } from "../front-values.ts";
import { valueAt } from "../parsed-file.ts";
import { type Details, defineRule } from "../rule.ts";
import type { Expectation, WrongValue } from "../schema-issue.ts";
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
      if (value === "" && expectation.remedy === "write at least 1 character") return `${is}: write text`;
      if (typeof value === "string" && value.includes("\n") && / on one line$/.test(expectation.remedy ?? ""))
        return `${name} has ${value.split("\n").length} lines: ${expectation.remedy}, in quotes`;
      return `${is}: ${expectation.remedy}`;
    case "list":
      if (value === null)
        return `${is}: write a list, such as \`${flow(expectation.example ?? [])}\`, or delete the key`;
      return `${name} must be a list: ${wayToList(value, expectation)}`;
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
        : `${name} must be keys and values: ${wayToTable(value, expectation)}`;
    case "number":
      return `${name} must be a number${wayTo(expectation, "write digits without quotes")}`;
    case "boolean":
      return `${is}: write \`true\` or \`false\``;
    default:
      if (path[0] === "example" && path.length > 1) return `${is}: write a number`;
      return `${is}${wayTo(expectation, value === null ? "write a value" : "write another value")}`;
  }
}

/** How to write a list: of words, or of tables with a `- ` before the first key of each. */
function wayToList(value: unknown, expectation: Expectation): string {
  if (expectation.keys === undefined) return `write \`${listOf(value, expectation.example)}\``;
  const [first] = isMap(value) ? Object.keys(value) : [];
  if (first !== undefined) return `write \`- \` before ${quote(first)}`;
  const [line = "", ...others] = pairsFor(value, expectation);
  return `write ${quote(`- ${line}`)}${below(others)}`;
}

/** How to write a table of keys and values: with the value at the key that it suits. */
function wayToTable(value: unknown, expectation: Expectation): string {
  if (expectation.keys !== undefined) {
    const [line = "", ...others] = pairsFor(value, expectation);
    return `write ${quote(line)}${below(others)}`;
  }
  const [pair] = Object.entries(isMap(expectation.example) ? expectation.example : {});
  return `write ${pair === undefined ? "`key: value`" : `lines such as ${quote(`${pair[0]}: ${flow(pair[1])}`)}`}`;
}

function below(pairs: readonly string[]): string {
  return pairs.length === 0 ? "" : ` and below it ${listed(pairs, "and")}`;
}

/** The keys that must be, and the one that the value suits, as `key: value`. */
function pairsFor(value: unknown, { keys = [], required = [] }: Expectation): string[] {
  const text = typeof value === "string" ? value : undefined;
  const isId = text !== undefined && Id.safeParse(text).success;
  const suits = [
    ...(text !== undefined && /^https?:/.test(text) ? ["url"] : []),
    ...(isId ? ["id", "items"] : []),
    ...["title", "name"],
  ].find((key) => keys.includes(key));
  const owner = text === undefined || text.includes(": ") ? undefined : suits;
  const shown = keys.filter((key) => required.includes(key) || key === owner);
  return shown.map((key) => {
    if (key !== owner || text === undefined) return `${key}: …`;
    return `${key}: ${key === "items" ? flow([text]) : key === "url" ? text : flow(text)}`;
  });
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
