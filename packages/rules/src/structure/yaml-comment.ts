import { defineRule } from "../rule.ts";

/** A comment in a value without quotes cuts it off. The YAML reader finds it. */
export const yamlComment = defineRule({
  name: "yaml-comment",
  severity: "error",
  description: "A comment in front matter cuts off no value",
  file({ front, lines }, report) {
    for (const { rule, text, start, end, replace } of front.yamlFaults) {
      if (rule === "yaml-comment") report(text, lines.placeOf(start, end), { replace });
    }
  },
});
