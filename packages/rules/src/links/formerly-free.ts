import { quote } from "@high-recall/core";
import type { FileFacts } from "../link-index.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** A former id connects learners' history and old links to one item. Two claims are reported in both files. */
export const formerlyFree = defineRule({
  name: "formerly-free",
  severity: "error",
  description: "A former id is not the id of an item, and belongs to one item",
  links({ files, ids, former }, report) {
    const second = new Map<string, FileFacts>();
    for (const file of files) {
      for (const name of file.item?.formerly ?? []) {
        if (former.get(name) !== file && !second.has(name)) second.set(name, file);
      }
    }
    for (const file of files) {
      for (const [index, name] of file.item?.formerly.entries() ?? []) {
        const living = ids.get(name);
        const other = former.get(name) === file ? second.get(name) : former.get(name);
        const owner = living ?? other;
        if (owner === undefined || (owner.isDraft && !file.isDraft)) continue;
        const text =
          living === undefined
            ? `${quote(owner.path)} claims the former id ${quote(name)} as well: delete one`
            : `${quote(living.path)} has the id ${quote(name)} today: delete it from \`formerly\``;
        report(file.path, text, valueAt("formerly", index), {
          related: [{ file: owner.path, at: valueAt(living === undefined ? "formerly" : "id"), text: "here" }],
        });
      }
    }
  },
});
