import { quote } from "@high-recall/core";
import { factsOf } from "../facts.ts";
import { nameOf, outlineOf } from "../outline.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";
import { sectionsOf } from "../sections.ts";

/** The same order everywhere lets a reader jump to what they look for. */
export const sectionOrder = defineRule({
  name: "section-order",
  severity: "error",
  description: "Sections stand in the order of their kind",
  check(tree, file) {
    const kind = factsOf(file).matter?.kind;
    const order = (kind && sectionsOf[kind])?.map((section) => section.heading) ?? [];
    const rankOf = (heading: string) => order.findIndex((known) => nameOf(known) === nameOf(heading));
    let last = -1;
    for (const { heading, name } of outlineOf(tree).sections) {
      const rank = rankOf(name);
      if (rank >= 0 && rank < last) {
        report(
          file,
          `Unexpected section ${quote(name)} after \`${order[last]}\`, expected it before: the order is ${order.join(", ")}`,
          heading.position,
        );
      }
      last = Math.max(last, rank);
    }
  },
});
