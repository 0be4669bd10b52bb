import { defineRule } from "../rule.ts";

/** Front matter that is not YAML cannot be read. The YAML reader finds the faults. */
export const yamlSyntax = defineRule({
  name: "yaml-syntax",
  severity: "error",
  description: "Front matter is YAML: keys and values",
  file({ front, lines, text: source }, report) {
    for (const { rule, text, start, end, by } of front.yamlFaults) {
      if (rule !== "yaml-syntax") continue;
      const replace = by === undefined ? undefined : { actual: source.slice(start, end), by: [by] };
      report(text, lines.placeOf(start, end), { replace });
    }
  },
});
