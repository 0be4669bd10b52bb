import { compareText, quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import { oneEditAway } from "./one-edit.ts";

/** Filters and decks go by tags: an item with a misspelt one is in none of them. */
export const tagSpelling = defineRule({
  name: "tag-spelling",
  severity: "warning",
  description: "No tag is one letter away from a tag that more items have",
  links({ files }, report) {
    const counts = new Map<string, number>();
    for (const { item } of files) {
      for (const tag of new Set(item?.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    // The most frequent first; of equally frequent ones, in the order of the alphabet.
    const ordered = [...counts].sort(([one, n], [other, m]) => m - n || compareText(one, other)).map(([tag]) => tag);
    const nearest = oneEditAway(ordered);
    for (const { path, item } of files) {
      for (const [index, tag] of (item?.tags ?? []).entries()) {
        const meant = nearest.get(tag);
        if (meant === undefined || (counts.get(meant) ?? 0) <= (counts.get(tag) ?? 0)) continue;
        const text = `${quote(tag)} is one letter away from the tag ${quote(meant)}, which ${counts.get(meant)} items have: write that one, or a word that differs more`;
        report(path, text, valueAt("tags", index), { replace: { actual: tag, by: [meant] } });
      }
    }
  },
});
