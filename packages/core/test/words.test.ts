import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareText, fenceLanguages, listed, quote, suggestLanguage } from "../src/index.ts";

test("a quoted text is one line between backticks, never long, and nothing that a terminal would obey", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 200 }), (text) => {
      const quoted = quote(text);
      expect(quoted).toMatch(/^`[^\p{C}\n\r]*`$/u);
      expect([...quoted].length).toBeLessThanOrEqual(62);
    }),
  );
});

test.each([
  ["a short text stays", "adam", "`adam`"],
  ["a long one is cut between characters, not inside one", "😀".repeat(61), `\`${"😀".repeat(57)}…\``],
  ["60 characters are not long", "😀".repeat(60), `\`${"😀".repeat(60)}\``],
  ["nothing is named", "", "empty text"],
  ["a number is shown as it is written", 5, "`5`"],
])("%s", (_, value, expected) => {
  expect(quote(value)).toBe(expected);
});

test("words are listed as a reader lists them", () => {
  expect(listed(["easy"])).toBe("`easy`");
  expect(listed(["easy", "medium", "hard"])).toBe("`easy`, `medium` or `hard`");
});

test("a language is found by its other name and by a slip, among those that are known", () => {
  expect([suggestLanguage("PY"), suggestLanguage("pyhton"), suggestLanguage("c++")]).toEqual([
    "python",
    "python",
    "cpp",
  ]);
  expect(suggestLanguage("py", ["sql"])).toBeUndefined();
  for (const language of fenceLanguages) expect(suggestLanguage(language)).toBe(language);
});

test("texts are ordered by code unit, whatever the locale says", () => {
  expect(["é", "z", "Z", "a", "10", "9"].sort(compareText)).toEqual(["10", "9", "Z", "a", "z", "é"]);
});
