import { quote } from "@high-recall/core";
import { frontValue } from "../front-values.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRuleWithOptions } from "../rule.ts";

/** Nobody has checked facts on a day that is still to come. */
export const verifiedDay = defineRuleWithOptions<string | undefined>({
  name: "verified-day",
  severity: "error",
  description: "`verified` is a day that has come",
  read(value, { today }) {
    if (value !== undefined) throw new Error("nothing: the rule has no options (`false` turns it off)");
    return today;
  },
  checks: (today) =>
    today === undefined
      ? undefined
      : {
          file(file, report) {
            const day = frontValue(file, "verified");
            // What is no day is reported by `unexpected-value`. Days as YYYY-MM-DD are in the order of their text.
            if (typeof day !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(day) || day <= today) return;
            if (file.front.issues.some(({ path }) => path[0] === "verified")) return;
            const text = `\`verified\` is ${quote(day)}, a day that is still to come: write the day the facts were last checked`;
            report(text, valueAt("verified"));
          },
        },
});
