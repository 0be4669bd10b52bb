import { quote, suggest } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** A topic that no edition names is written and never read. */
export const topicInEdition = defineRule({
  name: "topic-in-edition",
  severity: "warning",
  description: "Each folder of topics is in the edition",
  links({ edition, topics }, report) {
    if (edition.topics.length === 0) return;
    const missing = edition.topics.filter((topic) => !topics.includes(topic));
    // A misspelt name is reported by `edition-topic`.
    const meant = missing.map((topic) => suggest(topic, topics));
    for (const topic of topics) {
      if (edition.topics.includes(topic) || meant.includes(topic)) continue;
      report(
        edition.path,
        `The topic ${quote(topic)} is not in the edition, so nothing of it is published: add it to \`topics\``,
        valueAt("topics", edition.topics.length - 1),
      );
    }
  },
});
