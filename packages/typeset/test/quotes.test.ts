import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withTypographicQuotes } from "../src/inline/quotes.ts";
import { code, curriculumOf, math, paragraph, strong, text } from "./support/build.ts";

const curriculumWith = (...children: Parameters<typeof strong>) => curriculumOf([paragraph(children)]);

/** The text of a paragraph, printed; code and formulas as they are. */
function printed(...children: Parameters<typeof strong>): string {
  const item = withTypographicQuotes(curriculumWith(...children)).topics[0]?.items[0];
  const values = JSON.stringify(item?.lead).matchAll(/"value":("(?:[^"\\]|\\.)*")/g);
  return [...values].map(([, value]) => JSON.parse(value ?? "")).join("");
}

test.each([
  [`He said "yes".`, "He said “yes”."],
  [`"Quoted" first`, "“Quoted” first"],
  [`It's the model's turn`, "It’s the model’s turn"],
  [`a 'single' one`, "a ‘single’ one"],
  [`("in brackets")`, "(“in brackets”)"],
  [`the "'inner' first" one`, "the “‘inner’ first” one"],
  [`the class of '98`, "the class of ’98"],
  [`the classes' scores`, "the classes’ scores"],
  [`no marks`, "no marks"],
])("%s is printed as %s", (given, wanted) => {
  expect(printed(text(given))).toBe(wanted);
});

test("a mark opens or closes by what stands before it, whatever that is", () => {
  expect(printed(text('say "'), strong(text("loud")), text('" and '), code('f("x")'), text('"'))).toBe(
    'say “loud” and f("x")”',
  );
  expect(printed(math("f'"), text("'s slope"))).toBe("f'’s slope");
});

test("marks are the only thing that changes", () => {
  const plain = (value: unknown) => JSON.stringify(value).replace(/[“”]/g, '\\"').replace(/[‘’]/g, "'");
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', "'", "a", " ", "(", "9", ".")), (characters) => {
      const given = curriculumWith(text(characters.join("")));
      expect(plain(withTypographicQuotes(given))).toBe(JSON.stringify(given));
    }),
  );
});

test("what has no marks stays the same object, and so does a topic that is given again", () => {
  const given = curriculumWith(text("no marks"));
  expect(withTypographicQuotes(given).topics[0]).toBe(given.topics[0]);
  const quoted = curriculumWith(text('"so"'));
  expect(withTypographicQuotes(quoted).topics[0]).not.toBe(quoted.topics[0]);
  expect(withTypographicQuotes(quoted).topics[0]).toBe(withTypographicQuotes(quoted).topics[0]);
});

test("another language keeps its marks", () => {
  const given = curriculumWith(text('"so"'));
  const german = { ...given, edition: { ...given.edition, language: "de" } };
  expect(withTypographicQuotes(german)).toBe(german);
});
