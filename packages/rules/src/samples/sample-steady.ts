import { defineRule } from "../rule.ts";

/** Output that differs from run to run matches its fence by chance. `recall run` runs a changed sample twice to find out. */
export const sampleSteady = defineRule({
  name: "sample-steady",
  severity: "error",
  description: "A code sample prints the same whatever may vary between runs",
});
