import { quote } from "@high-recall/core";
import type { FileFacts, ItemFacts } from "../link-index.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

type Titled = Pick<FileFacts, "path" | "isDraft"> & Pick<ItemFacts, "title">;

/** Two cards with the same front would have different answers. Told in each file, since nothing says which is the newer. */
export const uniqueTitle = defineRule({
  name: "unique-title",
  severity: "error",
  description: "No two items of a kind share a title",
  links({ files, ids }, report) {
    const byTitle = new Map<string, Titled[]>();
    for (const { path, item, isDraft } of files) {
      // Two files with one id are reported by `unique-id`.
      if (item === undefined || ids.get(item.id)?.path !== path) continue;
      const key = `${item.kind} ${item.titleKey}`;
      const same = byTitle.get(key);
      if (same === undefined) byTitle.set(key, [{ path, title: item.title, isDraft }]);
      else same.push({ path, title: item.title, isDraft });
    }
    for (const [first, second, ...more] of byTitle.values()) {
      if (first === undefined || second === undefined) continue;
      for (const file of [first, second, ...more]) {
        const other = file === first ? second : first;
        // A draft must not block finished items: only the draft is reported.
        if (other.isDraft && !file.isDraft) continue;
        report(
          file.path,
          `${quote(other.path)} has the title ${quote(other.title)} as well: give one of the two another title, or merge them`,
          valueAt("title"),
          { related: [{ file: other.path, at: valueAt("title"), text: "has that title" }] },
        );
      }
    }
  },
});
