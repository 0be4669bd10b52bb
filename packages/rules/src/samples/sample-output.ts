import { defineRule } from "../rule.ts";

/** Learners compare what they get with the output they read. `recall run` compares it first. */
export const sampleOutput = defineRule({
  name: "sample-output",
  severity: "error",
  description: "A code sample prints exactly its output",
});
