import { quote } from "@high-recall/core";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** Only a removed item is retired, once; a renamed one is not. */
export const retiredGone = defineRule({
  name: "retired-gone",
  severity: "error",
  description: "A retired id belongs to no item, and is retired once",
  links({ files, ids, former, retired }, report) {
    for (const { path, retired: names } of files) {
      for (const [index, name] of names.entries()) {
        const [living, renamed] = [ids.get(name), former.get(name)].map((file) => (file?.isDraft ? undefined : file));
        const first = retired.get(name);
        const again = first !== undefined && (first.path !== path || names.indexOf(name) < index);
        const at = valueAt("retired", index, "id");
        if (living !== undefined) {
          report(path, `${quote(living.path)} still has the id ${quote(name)}: delete the file or this entry`, at, {
            related: [{ file: living.path, at: valueAt("id"), text: "has that id" }],
          });
        } else if (renamed !== undefined) {
          report(
            path,
            `${quote(name)} was renamed, ${quote(renamed.path)} has it in \`formerly\`: delete this entry`,
            at,
            {
              related: [{ file: renamed.path, at: valueAt("formerly"), text: "has that former id" }],
            },
          );
        } else if (again) {
          report(path, `${quote(first.path)} retires ${quote(name)} already: delete one`, at);
        }
      }
    }
  },
});
