import { fileStart } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** A topic's README.md is its title and introduction in every output. */
export const topicPage = defineRule({
  name: "topic-page",
  severity: "error",
  description: "A topic has a README.md",
  entry(entry, report) {
    if (entry.type !== "no-topic-page") return;
    report("The topic has no README.md: add one with `id`, `title`, `summary` and an introduction", fileStart);
  },
});
