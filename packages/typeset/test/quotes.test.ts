import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withTypographicQuotes } from "../src/inline/quotes.ts";
import { code, curriculumOf, math, paragraph, strong, text } from "./support/build.ts";

const curriculumWith = (...children: Parameters<typeof strong>) => curriculumOf([paragraph(children)]);

/** Text of a paragraph with typographic quotes; code and formulas unchanged. */
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

test("a quotation mark opens or closes by the character before it, across inlines", () => {
  expect(printed(text('say "'), strong(text("loud")), text('" and '), code('f("x")'), text('"'))).toBe(
    'say “loud” and f("x")”',
  );
  expect(printed(math("f'"), text("'s slope"))).toBe("f'’s slope");
});

test("marks at the border of emphasis, code and links belong to what is quoted", () => {
  const link = { type: "link" as const, url: "https://example.org/", children: [text("a link")] };
  expect(printed(text('"'), strong(text("loud")), text('", "'), code("f"), text("\", '"), link, text("'"))).toBe(
    "“loud”, “f”, ‘a link’",
  );
  expect(printed(strong(text("'tis")), text(" "), strong(text('"so"')), text("="), strong(text('"y"')))).toBe(
    "’tis “so”=“y”",
  );
  expect(printed(text("rock "), strong(text("'n'")), text(" roll and "), code("x"), text("'s value"))).toBe(
    "rock ’n’ roll and x’s value",
  );
});

test("cells of a table, whose columns may have no alignment, are lines of their own", () => {
  const cell = (value: string) => ({ type: "tableCell" as const, children: [text(value)] });
  const row = { type: "tableRow" as const, children: [cell(`say "yes`), cell(`"no"`)] };
  const item = withTypographicQuotes(curriculumOf([{ type: "table", align: [null, "left"], children: [row] }]))
    .topics[0]?.items[0];
  expect(JSON.stringify(item?.lead)).toContain("“no”");
});

test("changes nothing but quotation marks", () => {
  const plain = (value: unknown) => JSON.stringify(value).replace(/[“”]/g, '\\"').replace(/[‘’]/g, "'");
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', "'", "a", " ", "(", "9", ".")), (characters) => {
      const given = curriculumWith(text(characters.join("")));
      expect(plain(withTypographicQuotes(given))).toBe(JSON.stringify(given));
    }),
  );
});

test("keeps the identity of topics without quotation marks, and caches the others", () => {
  const given = curriculumWith(text("no marks"));
  expect(withTypographicQuotes(given).topics[0]).toBe(given.topics[0]);
  const quoted = curriculumWith(text('"so"'));
  expect(withTypographicQuotes(quoted).topics[0]).not.toBe(quoted.topics[0]);
  expect(withTypographicQuotes(quoted).topics[0]).toBe(withTypographicQuotes(quoted).topics[0]);
});

test("leaves other languages alone", () => {
  const given = curriculumWith(text('"so"'));
  const german = { ...given, edition: { ...given.edition, language: "de" } };
  expect(withTypographicQuotes(german)).toBe(german);
});
