import type { Text } from "mdast";
import { atNode, sourceOf } from "../fragment.ts";
import { invisibles } from "../invisible-characters.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** A character that nobody sees can change what a text means, or which way it reads. */
export const invisibleCharacter = defineRule({
  name: "invisible-character",
  severity: "error",
  description: "A file holds only characters that can be seen",
  text(text, report, placeOf) {
    for (const { index, length, name } of invisibles(text)) {
      if (index === 0 && text.startsWith("\ufeff")) continue;
      report(`There is an invisible character, ${name}: delete it`, placeOf(index, index + length));
    }
  },
  file({ front, lines }, report) {
    for (const { rule, text, start, end } of front.yamlFaults) {
      if (rule === "invisible-character") report(text, lines.placeOf(start, end));
    }
  },
  nodes: { text: checkEntity },
  phrases: { text: checkEntity },
});

/** An entity such as `&#8203;` may bring in what the text of the file does not show. */
function checkEntity(node: Text, report: Report, { fragment, parent }: NodeContext): void {
  if (!/[^\x20-\x7e\n]/.test(node.value)) return;
  const source = sourceOf(fragment, node);
  const [hidden] = source.includes("&") && invisibles(source).length === 0 ? invisibles(node.value) : [];
  if (hidden === undefined) return;
  report(`An entity is an invisible character, ${hidden.name}: delete it`, atNode(fragment, node, parent));
}
