import { fileStart } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** A link could lead out of the topic, to a file that its author may not publish. */
export const symbolicLink = defineRule({
  name: "symbolic-link",
  severity: "error",
  description: "A file of a topic is a file, not a link or a folder",
  entry(entry, report) {
    if (entry.type === "not-a-file") report("This is a link or a folder: put the file itself in its place", fileStart);
  },
});
