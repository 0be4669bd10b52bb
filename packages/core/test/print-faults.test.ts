import { describe, expect, test } from "vitest";
import { codesOf, type PrintFaultKind, printFaults } from "../src/index.ts";

const everything = () => true;
const kindsOf = (text: string) => printFaults(text, everything).map(({ kind }) => kind);

/** A word in each script; print gets those right whose letters stand one after another. */
const words: Readonly<Record<string, readonly string[]>> = {
  right: [
    "loaf",
    "Größe Łódź Việt",
    "άρτος",
    "хлеб йод",
    "հաց",
    "პური",
    "ᏎᎷ",
    "ᖃᓂᖅ",
    "ᚁᚂ",
    "ᚠᚢ",
    "ꓐꓮ",
    "ⴰⵖⵔⵓⵎ",
    "⠃⠗",
    "𐌀𐌁",
    "ዳቦ",
    "面包",
    "パン",
  ],
  wrong: [
    ...["לחם", "خبز", "ܠܚܡܐ", "ߓߎߙߎ", "ރޮށި", "ࠋࠇࠌ", "ᠲᠠᠯᠬ", "ꡖꡙ", "रोटी", "রুটি", "ਰੋਟੀ", "રોટલી", "ରୁଟି", "ரொட்டி"],
    ...["రొట్టె", "ರೊಟ್ಟಿ", "റൊട്ടി", "පාන්", "ขนมปัง", "ເຂົ້າຈີ່", "བག་ལེབ", "ပေါင်မုန့်", "នំប៉័ង", "ᮛᮧᮒᮤ", "ᬭᭀᬢᬶ", "빵", "ᄈ"],
  ],
};

describe("scripts", () => {
  test.each(words.right ?? [])("%s is printed as it is", (word) => {
    expect(printFaults(word, everything)).toEqual([]);
  });

  test.each(words.wrong ?? [])("%s is one fault", (word) => {
    expect(kindsOf(word)).toEqual(["script"]);
    expect(printFaults(`a ${word}, b`, everything)).toEqual([{ text: word, start: 2, kind: "script" }]);
  });

  test("every character of a block that runs from right to left is a fault", () => {
    for (const code of [0x60c, 0x61f, 0x660, 0x6f5, 0xfb1d, 0xfdfa, 0xfef0, 0x10840, 0x1e900, 0x1ee00]) {
      expect(kindsOf(String.fromCodePoint(code))).not.toEqual([]);
    }
  });
});

const signs: [name: string, text: string, kind: PrintFaultKind | undefined][] = [
  ["an emoji", "🍞", undefined],
  ["an emoji with a selector", "⚠\ufe0f", undefined],
  ["a sign in its text form", "✔\ufe0e", undefined],
  ["a selector after a letter", "a\ufe0f", "sign"],
  ["a flag", "🇫🇷", "sign"],
  ["a skin tone", "👍🏽", "sign"],
  ["a keycap", "1\ufe0f\u20e3", "sign"],
  ["a joined emoji", "👩\u200d🍳", "hidden"],
  ["a private sign", "\uf001", "sign"],
  ["an accent that has a character", "e\u0301", undefined],
  ["an accent that has none", "p\u0302", undefined],
  ["two accents, of which one has a character", "e\u0302\u0301", undefined],
  ["two accents that have none", "p\u0302\u0301", "mark"],
  ["an accent over a letter that no font places", "g\u0303", "mark"],
  ["an accent over a digit", "1\u0302", "mark"],
  ["an accent over a sign", "→\u0302", "mark"],
  ["an accent at the start", "\u0302a", "mark"],
  ["an enclosing mark", "a\u20dd", "mark"],
  ["a vector arrow", "x\u20d7", "mark"],
  ["a line through a letter", "o\u0338", "mark"],
  ["a mark between two letters", "k\u0361p", "mark"],
  ["a no-break space", "a\u00a0b", undefined],
  ["a thin space", "a\u2009b\u200ac", undefined],
  ["a narrow no-break space", "10\u202f000", undefined],
  ["an em space", "a\u2003b", "space"],
  ["an ideographic space", "a\u3000b", "space"],
  ["the space of ogham", "a\u1680b", "space"],
  ["Braille without dots", "a\u2800b", "space"],
  ["the place of an object", "\ufffc", "sign"],
  ["a mathematical space", "a\u205fb", "space"],
  ["a tab and a line end", "a\tb\r\nc", undefined],
  ["a bidirectional control", "a\u202eb", "hidden"],
  ["an Arabic number sign", "\u0600", "hidden"],
  ["a line separator", "a\u2028b", "hidden"],
  ["half of a character", "a\ud83d", "hidden"],
  ["arithmetic", "x² ≤ ∑ √2 ∞ ½", undefined],
];

test.each(signs)("%s", (_, text, kind) => {
  expect(kindsOf(text)).toEqual(kind === undefined ? [] : [kind]);
});

test("a character without a glyph is a fault, also as the base of a mark", () => {
  const ascii = (code: number) => code < 0x80;
  expect(printFaults("a漢字b", ascii)).toEqual([{ text: "漢字", start: 1, kind: "glyph" }]);
  expect(printFaults("é", ascii)).toEqual([{ text: "é", start: 0, kind: "glyph" }]);
  expect(printFaults("p\u0302", ascii)).toEqual([{ text: "p\u0302", start: 0, kind: "mark" }]);
});

test("faults of one kind in a row are one", () => {
  expect(printFaults("😀\u2003\u3000ש", (code) => code < 0xffff)).toEqual([
    { text: "😀", start: 0, kind: "glyph" },
    { text: "\u2003\u3000", start: 2, kind: "space" },
    { text: "ש", start: 4, kind: "script" },
  ]);
});

test("codes are named, three at most", () => {
  expect(codesOf("é")).toBe("U+00E9");
  expect(codesOf("abc")).toBe("U+0061 U+0062 U+0063");
  expect(codesOf("abcd")).toBe("U+0061 U+0062 U+0063 …");
});
