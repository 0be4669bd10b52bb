import { quote } from "@high-recall/core";
import { frontValue, isMap } from "../front-values.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

const lists = ["tags", "after", "related", "formerly", "points", "asked", "aliases", "requires", "api", "sources"];

/** The second of two equal entries adds nothing, but is displayed. */
export const noRepeatedEntry = defineRule({
  name: "no-repeated-entry",
  severity: "error",
  description: "No list of the front matter has an entry twice",
  file(file, report) {
    for (const key of lists) {
      const entries = frontValue(file, key);
      if (!Array.isArray(entries)) continue;
      const first = new Map<string, number>();
      for (const [index, entry] of entries.entries()) {
        const text = key === "sources" && isMap(entry) ? entry.url : entry;
        if (typeof text !== "string") continue;
        const path = (at: number) => (isMap(entries[at]) ? [key, at, "url"] : [key, at]);
        const earlier = first.get(text);
        if (earlier === undefined) {
          first.set(text, index);
          continue;
        }
        report(`\`${key}\` has ${quote(text)} twice: delete one`, valueAt(...path(index)), {
          related: [{ at: valueAt(...path(earlier)), text: "the first" }],
        });
      }
    }
  },
});
