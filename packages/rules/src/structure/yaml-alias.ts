import { defineRule } from "../rule.ts";

/** With an anchor, alias or tag, the value differs from the visible text. The YAML reader finds the faults. */
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
