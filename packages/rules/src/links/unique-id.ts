import { quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** An id names one item everywhere: in links, decks and JSON. Told in each file, since nothing says which is the newer. */
export const uniqueId = defineRule({
  name: "unique-id",
  severity: "error",
  description: "No two items share an id",
  links({ owners }, report) {
    for (const [id, [first, second, ...more]] of owners) {
      if (first === undefined || second === undefined) continue;
      for (const file of [first, second, ...more]) {
        const other = file === first ? second : first;
        // A draft must not block finished items: only the draft is reported.
        if (other.isDraft && !file.isDraft) continue;
        report(
          file.path,
          `${quote(other.path)} has the id ${quote(id)} as well: give the newer of the two another, as its file name and its \`id\``,
          valueAt("id"),
          { related: [{ file: other.path, at: valueAt("id"), text: "has that id" }] },
        );
      }
    }
  },
});
