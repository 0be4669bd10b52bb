import { atNode } from "../fragment.ts";
import { isKind } from "../front-values.ts";
import { defineRule } from "../rule.ts";

/** Each entry is one question that an interviewer may ask next. */
export const questionFollowUps = defineRule({
  name: "question-follow-ups",
  severity: "error",
  description: "A question's Follow-ups section is a list",
  file(file, report) {
    if (!isKind(file, "question")) return;
    for (const { name, blocks } of file.sections) {
      if (name !== "follow-ups") continue;
      for (const block of blocks.filter(({ type }) => type !== "list")) {
        report("Follow-ups are a list: write `- ` before each question", atNode(file.body, block));
      }
    }
  },
});
