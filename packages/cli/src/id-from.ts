import transliterate from "@sindresorhus/transliterate";

/** Names that differ by their signs alone. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/(?<=[A-Za-z0-9])\+\+/g, " plus plus "],
  [/(?<=[A-Za-z])#/g, " sharp "],
];

const longest = 60;

/**
 * A permanent id from a name: its words in Latin letters, joined by hyphens. Empty when it has none, or has a letter that
 * no table gives in Latin: two names must not become one because the rest was left out.
 */
export function idFrom(name: string): string {
  const named = signs.reduce((text, [sign, words]) => text.replace(sign, words), name.normalize("NFC"));
  const latin = transliterate(named).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  if (/[^\P{L}a-z]|[^\P{N}0-9]/u.test(latin)) return "";
  const id = latin
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (id.length <= longest) return id;
  // A word that is cut off would be a word that nobody wrote.
  const end = id.lastIndexOf("-", longest);
  return id.slice(0, end > 0 ? end : longest);
}
