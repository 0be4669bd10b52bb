import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typographicMarks } from "../src/inline/quotation-marks.ts";

/** Each line as it is printed; typed, it has straight marks. */
const lines: Readonly<Record<string, readonly string[]>> = {
  "apostrophes inside and after words": [
    "It’s the bakers’ oven, isn’t it?",
    "the ’90s, the class of ’07 and ’99’s bread",
    "rock ’n’ roll, salt ’n’ pepper, fish’n’chips",
    "’tis warm, ’twas cold; and ’Twill do",
    "give ’em bread ’til noon",
    "’cause I said so",
    "loaves ’round the corner, and the bakers’ oven",
    "(’tis warm) – ’tis warm",
    "“’tis warm,” she said",
    "’cause rock ’n’ roll is ‘loud’",
    "O’Neill’s x’s and y’s",
    "a 5’ table",
  ],
  "words in marks": [
    "a ‘crusty’ loaf",
    "‘Crusty’ loaves and ‘soft’ ones",
    "an ‘em dash’ and ‘n samples’ or ‘cause and effect’",
    "the words ‘em’, ‘til’ and ‘cause’",
    "say ‘why not?’ or ‘no!’, then ‘go.’",
    "a ‘well-baked, well-kneaded’ loaf",
    "‘don’t do it’ means ‘stop’",
    "(‘crusty’)",
    "‘(crusty)’ and ‘3 loaves’",
  ],
  "double marks": [
    "He said “yes”.",
    "“Yes,” he said, “and no.”",
    "“Is it?” “It is!” “Well…”",
    "(“in brackets”) [“in square ones”] “(around them)”",
    "x=“y” and x = “y”, x≠“z”",
    "key:“b”, {“a”:“b”, “c”:[“d”,“e”]}",
    "a/“b”/c, +“x”, a|“b”, #“t”, @“u”, ~“v”, ≥“w”, →“z”",
    "–“a”–, —“b”—",
    "“50%” and “(x)” and “C#”",
    "5” wide",
    "the end.”",
    "“...and so on...”",
    "“$5” and “−1”",
  ],
  "marks in marks": [
    "the “‘inner’ first” one",
    "the “last is ‘inner’” one",
    "“he said ‘it’s done’, and left”",
    "‘he said “yes” twice’",
    "“a ‘b’ c ‘d’ e”",
    "x=“it’s ‘y’”",
  ],
};

for (const [name, printed] of Object.entries(lines)) {
  describe(name, () => {
    test.each(printed)("%s", (line) => {
      const typed = line.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'");
      expect(typographicMarks(typed)).toBe(line);
    });
  });
}

test("what is quoted in words and spaces is between an opening and a closing mark", () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/).filter((text) => !/^(?:em|til|tis)$/.test(text));
  const sign = fc.constantFrom(" ", "=", ":", "/", "+", "(", "[", " – ", ", ", "a=", "key:", "→");
  const end = fc.constantFrom("", " ", ",", ".", "!", "?", ")", "]", ";", "…", "%");
  fc.assert(
    fc.property(
      sign,
      fc.array(word, { minLength: 1 }),
      end,
      fc.constantFrom("“”", "‘’"),
      (before, words, after, pair) => {
        const [opening = "", closing = ""] = pair;
        const line = `${before}${opening}${words.join(" ")}${closing}${after}`;
        const typed = line.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'");
        expect(typographicMarks(typed)).toBe(line);
      },
    ),
  );
});

test("a long line takes linear time", () => {
  const line = `'a "b `.repeat(20_000);
  expect(typographicMarks(line)).toHaveLength(line.length);
});
