import { quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** Two cards with the same front would have different answers. */
export const uniqueTitle = defineRule({
  name: "unique-title",
  severity: "error",
  description: "No two items of a kind share a title",
  links({ files, ids }, report) {
    const first = new Map<string, { path: string; title: string }>();
    for (const { path, item } of files) {
      // Two files with one id are reported by `unique-id`.
      if (item === undefined || ids.get(item.id)?.path !== path) continue;
      const key = `${item.kind} ${item.titleKey}`;
      const owner = first.get(key);
      if (owner === undefined) {
        first.set(key, { path, title: item.title });
        continue;
      }
      report(
        path,
        `${quote(owner.path)} has the title ${quote(owner.title)} already: give this one another title, or merge the two`,
        valueAt("title"),
        {
          related: [{ file: owner.path, at: valueAt("title"), text: "has that title" }],
        },
      );
    }
  },
});
