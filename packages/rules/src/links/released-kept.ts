import { fileStart } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** Learners have the cards of released items: none may disappear without an entry under `retired`. */
export const releasedKept = defineRule({
  name: "released-kept",
  severity: "error",
  description: "A released item is still there, renamed with `formerly`, or retired with a reason",
  links({ lost }, report) {
    for (const { path, reason } of lost) report(path, reason, fileStart);
  },
});
