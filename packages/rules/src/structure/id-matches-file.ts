import { fileStart, Id, quote } from "@high-recall/core";
import { frontValue } from "../front-values.ts";
import { valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** One name for an item: its file's. A learner's history and links depend on it. */
export const idMatchesFile = defineRule({
  name: "id-matches-file",
  severity: "error",
  description: "`id` is the name of the file, or of the folder for a README.md",
  file(file, report) {
    const id = frontValue(file, "id");
    const { isTopicPage } = file;
    const name = isTopicPage ? file.topic : file.stem;
    if (typeof id !== "string" || id === name || name === "" || name === ".") return;
    const canBeId = Id.safeParse(name).success;
    // A name that no item or topic can have is reported by `file-name` or `folder-name`.
    if (!canBeId) return;
    const owner = isTopicPage ? "folder" : "file";
    const sibling = isTopicPage ? undefined : file.siblings.get(id);
    report(
      sibling === undefined
        ? `\`id\` is ${quote(id)}, but the ${owner}'s name is ${quote(name)}: make them equal`
        : `\`id\` is ${quote(id)}, which is the id of ${quote(sibling)}: write ${quote(name)}, the ${owner}'s name`,
      valueAt("id"),
      {
        replace: { actual: id, by: [name] },
        ...(sibling === undefined ? {} : { related: [{ file: sibling, at: fileStart, text: "has that id" }] }),
      },
    );
  },
});
