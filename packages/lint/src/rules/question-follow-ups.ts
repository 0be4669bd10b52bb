import { isKind } from "../facts.ts";
import { nameOf, outlineOf } from "../outline.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** Each entry is one question that an interviewer may ask next. */
export const questionFollowUps = defineRule({
  name: "question-follow-ups",
  severity: "error",
  description: "A question's Follow-ups section is a list",
  check(tree, file) {
    if (!isKind(file, "question")) return;
    for (const { name, blocks } of outlineOf(tree).sections) {
      if (nameOf(name) !== "follow-ups") continue;
      for (const block of blocks.filter((node) => node.type !== "list")) {
        report(
          file,
          "Unexpected text among the follow-ups, expected a list: write `- ` before each question",
          block.position,
        );
      }
    }
  },
});
