import { fileStart, Id, quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** The folder's name is the topic's id, which is in links, decks, JSON and names of files. */
export const folderName = defineRule({
  name: "folder-name",
  severity: "error",
  description: "The name of a topic's folder is lower-case words joined by hyphens",
  entry({ type, name }, report) {
    if (type !== "topic" || Id.safeParse(name).success) return;
    report(`Unexpected folder ${quote(name)}, expected ${expectedFor(name)}: rename it`, fileStart);
  },
});

function expectedFor(name: string): string {
  const usual = name
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter(Boolean)
    .join("-");
  if (Id.safeParse(usual).success) return quote(usual);
  const isLong = name.length > 80 && /^[a-z0-9-]+$/.test(usual);
  return isLong ? "at most 80 characters" : "lower-case words joined by hyphens, such as `deep-learning`";
}
