import { quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** An id names one item everywhere: in links, decks and JSON. */
export const uniqueId = defineRule({
  name: "unique-id",
  severity: "error",
  description: "No two items share an id",
  links({ files, ids }, report) {
    for (const { path, item } of files) {
      const owner = item && ids.get(item.id);
      if (item === undefined || owner === undefined || owner.path === path) continue;
      report(
        path,
        `${quote(owner.path)} has the id ${quote(item.id)} already: give this item another, as its file name and its \`id\``,
        valueAt("id"),
        { related: [{ file: owner.path, at: valueAt("id"), text: "has that id" }] },
      );
    }
  },
});
