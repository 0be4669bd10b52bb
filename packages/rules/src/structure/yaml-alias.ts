import { defineRule } from "../rule.ts";

/** Each makes a value mean something other than it shows. The reader of YAML finds the faults. */
export const yamlAlias = defineRule({
  name: "yaml-alias",
  severity: "error",
  description: "Front matter has no anchors, aliases or tags",
  file({ front, lines }, report) {
    for (const { rule, text, start, end } of front.yamlFaults) {
      if (rule === "yaml-alias") report(text, lines.placeOf(start, end));
    }
  },
});
