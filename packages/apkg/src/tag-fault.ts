import { controlCharacter } from "./field-text.ts";

/** Why Anki would change or misread a tag. */
export function faultOfTag(tag: string): string | undefined {
  if (!tag.isWellFormed()) return "holds half a surrogate pair";
  if (/\s|"/.test(tag) || controlCharacter.test(tag)) return "holds a space, a quote or a control character; use `-`";
  if (tag.split("::").includes("")) return "has an empty level; write `parent::child`";
  if (/^(?:marked|leech)$/i.test(tag)) return "has a meaning for Anki itself; choose another";
  return undefined;
}
