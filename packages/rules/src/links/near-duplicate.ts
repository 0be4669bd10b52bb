import { quote } from "@high-recall/core";
import type { ItemFacts } from "../link-index.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";
import { nearDuplicates } from "./near-duplicates.ts";

/**
 * Likeness at which a pair is reported when neither file was named. Each new item changes the likeness of all others by up to
 * 0.02: with this margin it does not set off a warning in files that nobody touched, which their author saw without one.
 */
const leastUnnamed = 0.4;

/** Two items that ask the same take a learner twice the time, and drift apart. */
export const nearDuplicate = defineRule({
  name: "near-duplicate",
  severity: "warning",
  description: "No two items say much the same, unless one refers to the other",
  links({ files, named }, report) {
    const items = files.flatMap((file) =>
      file.item === undefined || file.isDraft ? [] : [{ id: file.item.id, words: file.item.words, file }],
    );
    const refers = new Set<string>();
    for (const { id, file } of items) for (const { to } of file.references) refers.add(`${id} ${to}`);
    for (const { one, other, likeness } of nearDuplicates(items)) {
      const isNamed = named.has(one.file.path) || named.has(other.file.path);
      if (!isNamed && likeness < leastUnnamed) continue;
      if (refers.has(`${one.id} ${other.id}`) || refers.has(`${other.id} ${one.id}`)) continue;
      // Said to whoever works on one of them.
      const isOther = named.has(other.file.path) || !named.has(one.file.path);
      const [first, second] = isOther ? [one.file, other.file] : [other.file, one.file];
      if (first.item && second.item && isSame(first.item, second.item)) continue;
      report(
        second.path,
        `This reads like ${quote(first.path)}: merge the two, or tell them apart and name one in \`related\` of the other`,
        valueAt("title"),
        { related: [{ file: first.path, at: valueAt("title"), text: "reads alike" }] },
      );
    }
  },
});

/** Equal ids are reported by `unique-id`, equal titles by `unique-title`. */
function isSame(one: ItemFacts, other: ItemFacts): boolean {
  return one.id === other.id || (one.kind === other.kind && one.titleKey === other.titleKey);
}
