import { quote } from "@high-recall/core";
import { atMeta } from "../code-fence.ts";
import { defineRule } from "../rule.ts";

/** No output draws what follows a fence's language, so it would be lost. */
export const fenceMeta = defineRule({
  name: "fence-meta",
  severity: "error",
  description: "Nothing follows the language of a fence",
  nodes: {
    code(node, report, { fragment }) {
      if (!node.meta) return;
      report(`${quote(node.meta)} follows the language of the fence: delete it`, atMeta(fragment, node));
    },
  },
});
