import { quote } from "@high-recall/core";
import type { KeyPath } from "./key-path.ts";
import type { Expectation } from "./schema-issue.ts";

/** A key or a list entry as a message names it: `` `tags` ``, or ``entry 2 of `tags` ``. */
export function nameOf(path: KeyPath): string {
  const last = path.at(-1);
  if (last === undefined) return "the front matter";
  if (typeof last !== "number") return quote(String(last));
  const owner = path.findLast((step) => typeof step === "string");
  return `entry ${last + 1} of ${quote(String(owner ?? ""))}`;
}

/** `, such as …`, when the schema gives an example that is short enough to read. */
export function examplePhrase({ example, remedy }: Expectation): string {
  if (example === undefined || remedy?.includes("such as")) return "";
  const written = flow(example);
  return written.length > 60 ? "" : `, such as \`${written}\``;
}

/** A value in YAML's flow style. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${flow(key)}: ${flow(inner)}`)
      .join(", ")}}`;
  }
  const text = String(value);
  return typeof value === "string" && needsQuotes(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

/** Whether YAML would not read the plain text as a string: an indicator, a number, a boolean, null. */
function needsQuotes(text: string): boolean {
  return (
    /[:#,{}[\]\\'"&*!|>%@`]|^\s|\s$|^[-?](?:\s|$)|^(?:true|false|null|~)?$/i.test(text) || !Number.isNaN(Number(text))
  );
}
