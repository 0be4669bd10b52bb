import { compareMessages, Lines, type Message, printFaults } from "@high-recall/core";
import type * as z from "zod";
import { readYamlFast } from "../front-matter/fast-yaml.ts";

/** What depends on the file's reader. */
export interface YamlFileOptions<Value> {
  /** Whether print has a character; without it, characters are not checked. */
  readonly isPrintable?: (codePoint: number) => boolean;
  /** Whether the characters of a file with this value are to be checked. */
  readonly isPrinted?: (value: Value) => boolean;
}

/**
 * Reads a YAML file and checks it against a schema, with the words and places that front matter gets.
 * @param path as messages show it
 */
export async function checkYamlFile<Value>(
  path: string,
  text: string,
  schema: z.ZodType<Value>,
  { isPrintable, isPrinted = () => true }: YamlFileOptions<Value> = {},
): Promise<{ readonly value: Value | undefined; readonly messages: readonly Message[] }> {
  const { value, faults } = await readYaml(text);
  const parsed = faults.length > 0 ? undefined : schema.safeParse(value ?? {});
  if (parsed?.success) {
    const isChecked = isPrintable !== undefined && isPrinted(parsed.data) && hasFault(value, isPrintable);
    return { value: parsed.data, messages: isChecked ? await unprintable(path, text, value, isPrintable) : [] };
  }
  // Loaded for a file with a fault alone.
  const { checkIssues, createRuleSet, ruleNamed } = await import("@high-recall/rules");
  const { schemaIssues } = await import("../front-matter/schema-issues.ts");
  const { withWrittenValues } = await import("../front-matter/written-values.ts");
  const { placeFindings } = await import("./place-findings.ts");
  const lines = new Lines(text);
  const findings = faults.map(({ rule, text: words, start, end, by }) => {
    const replace = by === undefined ? undefined : { actual: text.slice(start, end), by: [by] };
    return { rule: ruleNamed(rule), text: words, at: lines.placeOf(start, end), details: { replace } };
  });
  const rules = createRuleSet({ only: "structure" });
  const issues = parsed === undefined ? [] : schemaIssues(schema, value ?? {});
  const wrong = checkIssues(rules, await withWrittenValues(issues, text, [0, text.length]));
  const found = [...findings, ...wrong].map((finding) => ({ file: path, finding }));
  return { value: undefined, messages: (await placeFindings(found, () => text)).sort(compareMessages) };
}

/** Whether print would get a text of the value wrong. */
function hasFault(value: unknown, isPrintable: (codePoint: number) => boolean): boolean {
  return printFaults(JSON.stringify(value) ?? "", isPrintable).length > 0;
}

async function unprintable(
  path: string,
  text: string,
  value: unknown,
  isPrintable: (codePoint: number) => boolean,
): Promise<readonly Message[]> {
  const { faultsInValue, ruleNamed, wordsFor } = await import("@high-recall/rules");
  const { placeFindings } = await import("./place-findings.ts");
  const rule = ruleNamed("printable");
  const findings = faultsInValue(value, isPrintable).map(({ fault, at }) => {
    return { file: path, finding: { rule, text: wordsFor(fault), at, details: {} } };
  });
  return (await placeFindings(findings, () => text)).sort(compareMessages);
}

async function readYaml(text: string) {
  const value = readYamlFast(text);
  if (value !== undefined) return { value, faults: [] };
  const { readPlacedYaml } = await import("../front-matter/placed-yaml.ts");
  const { yaml, faults } = readPlacedYaml(text, 0, text.length);
  return { value: yaml?.value, faults };
}
