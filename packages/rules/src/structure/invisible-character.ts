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
    const whole = faultOfAll(text);
    if (whole !== undefined) {
      report(whole.words, placeOf(whole.at, whole.at + 1));
      return false;
    }
    for (const { index, length, name } of invisibles(text)) {
      if (index === 0 && text.startsWith("\ufeff")) continue;
      report(`There is an invisible character, ${name}: delete it`, placeOf(index, index + length));
    }
    return true;
  },
  file({ front, lines }, report) {
    for (const { rule, text, start, end } of front.yamlFaults) {
      if (rule === "invisible-character") report(text, lines.placeOf(start, end));
    }
  },
  nodes: { text: checkEntity },
  phrases: { text: checkEntity },
});

/** How a file was saved wrong, when that explains the invisible characters in all of its lines. */
function faultOfAll(text: string): { readonly words: string; readonly at: number } | undefined {
  const nul = text.indexOf("\0");
  if (nul >= 0 && text.indexOf("\0", nul + 1) === nul + 2) {
    return { words: "The file seems to be UTF-16: save it as UTF-8", at: nul };
  }
  const ending = text.search(/\r(?!\n)/);
  if (ending < 0 || !/\r(?!\n)/.test(text.slice(ending + 1))) return undefined;
  return { words: "Lines end with a carriage return alone: save the file with the line endings LF", at: ending };
}

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
