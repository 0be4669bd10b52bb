import { shellWord } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** A sample that never ran, or has changed since, may print something other than its output. */
export const sampleStale = defineRule({
  name: "sample-stale",
  severity: "error",
  description: "A code sample has run as it is now",
  links({ files, stale }, report) {
    for (const { path, item } of files) {
      if (item?.sample === undefined) continue;
      const state = stale.get(item.id);
      if (state === undefined) continue;
      const fault = state === "never" ? "The sample has never run" : "The sample has changed since it ran";
      report(path, `${fault}: run it with \`recall run ${shellWord(path)}\``, item.sample.codeAt);
    }
  },
});
