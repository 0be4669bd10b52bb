import { quote } from "@high-recall/core";
import { factsOf, isMap } from "../facts.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

const lists = ["tags", "after", "related", "formerly", "asked", "aliases", "requires", "api", "sources"];

/** The second of two equal entries says nothing, and shows twice. */
export const noRepeatedEntry = defineRule({
  name: "no-repeated-entry",
  severity: "error",
  description: "No list of the front matter has an entry twice",
  check(_tree, file) {
    const { matter } = factsOf(file);
    for (const key of lists) {
      const entries = matter?.values[key];
      if (!Array.isArray(entries)) continue;
      const seen = new Set<string>();
      for (const [index, entry] of entries.entries()) {
        const text = key === "sources" && isMap(entry) ? entry.url : entry;
        if (typeof text !== "string") continue;
        if (seen.has(text)) {
          const path = isMap(entry) ? [key, index, "url"] : [key, index];
          report(
            file,
            `Unexpected second ${quote(text)} in \`${key}\`, expected it once: remove it`,
            matter?.place(path),
          );
        }
        seen.add(text);
      }
    }
  },
});
