import { listed, quote } from "@high-recall/core";
import { keyAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** An unknown key is most often misspelt, and its value is lost. */
export const unknownKey = defineRule({
  name: "unknown-key",
  severity: "error",
  description: "Front matter has only the keys of its kind",
  issues(issues, report) {
    for (const issue of issues) {
      if (issue.type !== "unknown-key") continue;
      const { key, meant, allowed, path, under } = issue;
      if (under !== undefined) {
        report(
          `${quote(key)} is not indented, so it is not under ${quote(under)}: put spaces before it`,
          keyAt(...path),
        );
        continue;
      }
      const remedy = meant === undefined ? `the keys are ${listed(allowed, "and")}` : `did you mean ${quote(meant)}?`;
      report(
        `No key is called ${quote(key)} here: ${remedy}`,
        keyAt(...path),
        meant === undefined ? undefined : { replace: { actual: key, by: [meant] } },
      );
    }
  },
});
