import { suggest } from "@high-recall/core";
import type { Preset } from "unified";
import type { LintOptions } from "./rule.ts";
import { rules } from "./rules.ts";

/**
 * Every rule that edition.yaml does not turn off, as a unified preset. Rules read `file.data` (core's `FileData`), and
 * leave messages: `fatal` is true for an error, false for a warning.
 * @throws {Error} on the name of a rule that does not exist, or an option that a rule does not understand.
 */
export function createPreset(options: LintOptions = {}): Preset {
  const values = options.rules ?? {};
  for (const name of Object.keys(values)) assertRule(name);
  return {
    plugins: rules.filter((rule) => values[rule.name] !== false).map((rule) => rule.plugin(values[rule.name], options)),
  };
}

function assertRule(name: string): void {
  const names = rules.map((rule) => rule.name);
  if (names.includes(name)) return;
  const near = suggest(name, names);
  throw new Error(
    `Unexpected rule \`${name}\`, expected ${near ? `\`${near}\`` : `the name of a rule: ${names.join(", ")}`}`,
  );
}
