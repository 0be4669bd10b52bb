import type { Text } from "mdast";
import { characterReferences } from "../character-reference.ts";
import { atNode, atPart, sourceOf } from "../fragment.ts";
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

/** An entity such as `&#8203;` may add an invisible character. */
function checkEntity(node: Text, report: Report, { fragment, parent }: NodeContext): void {
  if (!fragment.text.includes("&") || !/[^\x20-\x7e\n]/.test(node.value)) return;
  const source = sourceOf(fragment, node);
  const [hidden] = source.includes("&") && invisibles(source).length === 0 ? invisibles(node.value) : [];
  if (hidden === undefined) return;
  const entity = characterReferences(source).find(
    ({ codePoint }) => codePoint === node.value.codePointAt(hidden.index),
  );
  report(
    `An entity gives an invisible character, ${hidden.name}: delete it`,
    entity ? atPart(fragment, node, entity.start, entity.end) : atNode(fragment, node, parent),
  );
}
