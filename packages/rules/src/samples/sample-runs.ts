import { defineRule } from "../rule.ts";

/** A sample that fails teaches a mistake. `recall run` finds it. */
export const sampleRuns = defineRule({
  name: "sample-runs",
  severity: "error",
  description: "A code sample runs to its end, in time",
});
