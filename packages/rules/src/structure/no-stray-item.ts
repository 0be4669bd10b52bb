import { fileStart, quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** Something that looks like an item and is read by nobody: its author believes that it is published. */
export const noStrayItem = defineRule({
  name: "no-stray-item",
  severity: "error",
  description: "An item is a `.md` file in its topic's folder itself",
  entry(entry, report) {
    if (entry.type !== "stray-file" && entry.type !== "stray-folder") return;
    const what = entry.type === "stray-file" ? "file" : "folder";
    report(`Unexpected ${what} ${quote(entry.name)}, expected ${entry.expected}`, fileStart);
  },
});
