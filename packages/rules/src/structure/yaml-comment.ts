import { defineRule } from "../rule.ts";

/** A comment in a value without quotes cuts it off. The YAML reader finds it. */
export const yamlComment = defineRule({
  name: "yaml-comment",
  severity: "error",
  description: "A comment in front matter cuts off no value",
  file({ front, lines, text: source }, report) {
    for (const { rule, text, start, end, by } of front.yamlFaults) {
      if (rule !== "yaml-comment") continue;
      const replace = by === undefined ? undefined : { actual: source.slice(start, end), by: [by] };
      report(text, lines.placeOf(start, end), { replace });
    }
  },
});
