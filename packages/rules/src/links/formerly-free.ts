import { quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** A former id connects learners' history and old links to one item. */
export const formerlyFree = defineRule({
  name: "formerly-free",
  severity: "error",
  description: "A former id is not the id of an item, and belongs to one item",
  links({ files, ids, former }, report) {
    for (const { path, item } of files) {
      for (const [index, name] of item?.formerly.entries() ?? []) {
        const living = ids.get(name);
        const owner = living ?? former.get(name);
        if (owner === undefined || (living === undefined && owner.path === path)) continue;
        const text =
          living === undefined
            ? `${quote(owner.path)} claims the former id ${quote(name)} already: delete one`
            : `${quote(living.path)} has the id ${quote(name)} today: delete it from \`formerly\``;
        report(path, text, valueAt("formerly", index), {
          related: [{ file: owner.path, at: valueAt(living === undefined ? "formerly" : "id"), text: "here" }],
        });
      }
    }
  },
});
