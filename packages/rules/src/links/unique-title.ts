import { quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** Two cards with one front have two answers. */
export const uniqueTitle = defineRule({
  name: "unique-title",
  severity: "error",
  description: "No two items of a kind share a title",
  links({ files }, report) {
    const first = new Map<string, string>();
    for (const { path, item } of files) {
      if (item === undefined) continue;
      const key = `${item.kind} ${item.titleKey}`;
      const owner = first.get(key);
      if (owner === undefined) {
        first.set(key, path);
        continue;
      }
      report(path, `${quote(owner)} has the title ${quote(item.title)} already: ask something else`, valueAt("title"), {
        related: [{ file: owner, at: valueAt("title"), text: "has that title" }],
      });
    }
  },
});
