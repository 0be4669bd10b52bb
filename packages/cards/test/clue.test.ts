import { type Phrase, plainText, type TermItem, text } from "@high-recall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clueOf } from "../src/index.ts";
import { items, phrase } from "./items.ts";

/** The clue of a term with these names and this sentence, as text. */
function clue(title: string, sentence: string, aliases: string[] = []): string {
  const named = (name: string): Phrase => phrase(text(name));
  const term = { ...items.term, short: named(sentence), title: named(title), aliases: aliases.map(named) } as TermItem;
  return plainText(clueOf(term));
}

test.each([
  [
    "Recall",
    [],
    "Recall is the share found. High recall costs precision.",
    "_____ is the share found. High _____ costs precision.",
  ],
  ["Hyperparameter", [], "Hyperparameters are chosen.", "_____ are chosen."],
  ["Generalization", ["out-of-sample performance"], "Out-of-sample performance; generalization.", "_____; _____."],
  ["Gradient descent", ["gradient"], "gradient\ndescent follows the gradient", "_____ follows the _____"],
  ["F1 (metric)", ["F_1"], "F1, or F_1, not F10", "_____, or _____, not F10"],
  ["C++", ["a|b", "(x)"], "C++ or a|b", "_____ or _____"],
  ["X", [], "X marks the spot", "X marks the spot"],
])("leaves out `%s`, also called %j, of: %s", (title, aliases, definition, expected) => {
  expect(clue(title, definition, aliases)).toBe(expected);
});

test("leaves out each name as a whole word, with any characters", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 2, maxLength: 12 }),
      fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
      (title, aliases) => {
        expect(() => clue(title, `It is ${title} or ${aliases.join(" or ")}.`, aliases)).not.toThrow();
      },
    ),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][a-z]{3,9}( [a-z.*+?^$|-]{2,8}[a-z])?$/), (name) => {
      expect(clue(name, `Here ${name} is, and ${name.toUpperCase()}.`)).toBe("Here _____ is, and _____.");
    }),
  );
});
