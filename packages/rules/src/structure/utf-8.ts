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
      // Its mark, FF FE or FE FF, is two bytes that UTF-8 never has; each Latin letter has a byte of zero.
      const isUtf16 = offset === 0 && text.startsWith("\ufffd\ufffd") && text.includes("\0");
      const what = isUtf16
        ? "The file is UTF-16: save it as UTF-8"
        : "These bytes are not UTF-8: save the file as UTF-8";
      report(what, new Lines(text).placeOf(offset, offset + 1));
    }
    if (entry.type !== "figure") return;
    for (const { rule, reason, start = 0, end = start } of entry.faults) {
      if (rule === "utf-8") report(reason, new Lines(entry.text).placeOf(start, end));
    }
  },
});
