import { quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** The sheet prints the parts of an item in its panel: one level, in one topic. */
export const partOfWhole = defineRule({
  name: "part-of-whole",
  severity: "error",
  description: "`part-of` names an item of the same topic that is no part itself",
  links({ files, ids }, report) {
    for (const { path, topic, item, isDraft } of files) {
      const whole = item?.partOf === undefined ? undefined : ids.get(item.partOf);
      if (item === undefined || whole?.item === undefined || whole.item.id === item.id) continue;
      // A reference to a draft is reported by `reference-exists`.
      if (whole.isDraft && !isDraft) continue;
      const { id, partOf, kind } = whole.item;
      if (whole.topic !== topic) {
        report(
          path,
          `${quote(id)} is in the topic ${quote(whole.topic)}: a part is in the topic of its whole, put it in \`related\``,
          valueAt("part-of"),
        );
      } else if (partOf !== undefined) {
        report(path, `${quote(id)} is itself part of ${quote(partOf)}: write ${quote(partOf)}`, valueAt("part-of"), {
          replace: { actual: id, by: [partOf] },
        });
      } else if (kind === "guide" || kind === "path") {
        report(path, `${quote(id)} is a ${kind}, which has no panel: put it in \`related\``, valueAt("part-of"));
      }
    }
  },
});
