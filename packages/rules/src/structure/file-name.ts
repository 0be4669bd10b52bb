import { fileStart, Id, quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** The file's name is the item's id, which is in links, decks and JSON. */
export const fileName = defineRule({
  name: "file-name",
  severity: "error",
  description: "A file's name is lower-case words joined by hyphens",
  entry(entry, report) {
    if (entry.type === "figure") {
      for (const { rule, reason } of entry.faults) if (rule === "file-name") report(reason, fileStart);
    }
    if (entry.type !== "markdown" || entry.name === "README.md") return;
    if (Id.safeParse(entry.name.replace(/\.md$/, "")).success) return;
    report(
      `${quote(entry.name)} cannot be an id: name the file with lower-case words joined by hyphens, such as \`adam-bias-correction.md\``,
      fileStart,
    );
  },
});
