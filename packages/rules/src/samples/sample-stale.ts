import { defineRule } from "../rule.ts";

/** A sample that has changed since it ran may no longer print its output. */
export const sampleStale = defineRule({
  name: "sample-stale",
  severity: "warning",
  description: "A code sample has run since it last changed",
  links({ files, stale }, report) {
    for (const { path, item } of files) {
      if (item?.sample === undefined || !stale.has(item.id)) continue;
      report(path, `The sample has changed since it ran: run it again with \`recall run ${path}\``, item.sample.codeAt);
    }
  },
});
