import { defineRule } from "../rule.ts";

/** YAML readers disagree on which of two equal keys counts. Our YAML reader finds the faults. */
export const yamlDuplicateKey = defineRule({
  name: "yaml-duplicate-key",
  severity: "error",
  description: "Each key of the front matter comes once",
  file({ front, lines }, report) {
    for (const { rule, text, start, end } of front.yamlFaults) {
      if (rule === "yaml-duplicate-key") report(text, lines.placeOf(start, end));
    }
  },
});
