import { quote } from "@high-recall/core";
import type { Position } from "unist";
import { nameOf, outlineOf } from "../outline.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A section is found by its name, so the name must lead to one place. */
export const noRepeatedSection = defineRule({
  name: "no-repeated-section",
  severity: "error",
  description: "No two sections of a file share a name",
  check(tree, file) {
    const first = new Map<string, Position | undefined>();
    for (const { heading, name } of outlineOf(tree).sections) {
      const key = nameOf(name);
      if (!first.has(key)) {
        first.set(key, heading.position);
        continue;
      }
      const line = first.get(key)?.start.line;
      report(
        file,
        `Unexpected second section ${quote(name)}, expected one${line ? `: join it with the one on line ${line}` : ""}`,
        heading.position,
      );
    }
  },
});
