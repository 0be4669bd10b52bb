import { quote } from "@high-recall/core";
import { atMeta, solutionIn } from "../code-fence.ts";
import { isKind } from "../front-values.ts";
import { defineRule } from "../rule.ts";

/** No output draws what follows a fence's language, so it would be lost. */
export const fenceMeta = defineRule({
  name: "fence-meta",
  severity: "error",
  description: "Nothing follows the language of a fence but the key lines of a code item's solution",
  nodes: {
    code(node, report, { file, fragment }) {
      // The numbers themselves are checked by `key-lines`.
      if (!node.meta || (isKind(file, "code") && solutionIn(file.lead) === node && node.meta.startsWith("{"))) return;
      report(`${quote(node.meta)} follows the language of the fence: delete it`, atMeta(fragment, node));
    },
  },
});
