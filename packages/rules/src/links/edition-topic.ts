import { compareText, quote, suggest } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** An edition is an ordered choice of topics. */
export const editionTopic = defineRule({
  name: "edition-topic",
  severity: "error",
  description: "Each topic of an edition is a folder that exists, once",
  links({ edition, topics }, report) {
    const known = [...topics].sort(compareText);
    for (const [index, topic] of edition.topics.entries()) {
      const first = edition.topics.indexOf(topic);
      if (known.includes(topic) && first === index) continue;
      const meant = suggest(topic, known);
      const text =
        first < index
          ? `The edition has the topic ${quote(topic)} already: delete one`
          : `There is no topic ${quote(topic)}: ${meant === undefined ? "name one that exists, or delete it" : `did you mean ${quote(meant)}?`}`;
      report(
        edition.path,
        text,
        valueAt("topics", index),
        meant === undefined || first < index ? undefined : { replace: { actual: topic, by: [meant] } },
      );
    }
  },
});
