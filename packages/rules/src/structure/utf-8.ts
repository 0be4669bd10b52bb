import { Lines } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** In another encoding, letters are misread. */
export const utf8 = defineRule({
  name: "utf-8",
  severity: "error",
  description: "A text is UTF-8",
  entry(entry, report) {
    if (entry.type === "not-utf-8") {
      const { text, offset } = entry;
      report("These bytes are not UTF-8: save the file as UTF-8", new Lines(text).placeOf(offset, offset + 1));
    }
    if (entry.type !== "figure") return;
    for (const { rule, reason, start = 0, end = start } of entry.faults) {
      if (rule === "utf-8") report(reason, new Lines(entry.text).placeOf(start, end));
    }
  },
});
