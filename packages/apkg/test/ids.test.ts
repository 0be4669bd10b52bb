import fc from "fast-check";
import { expect, test } from "vitest";
import { deckId, fieldId, guidFor, noteTypeId, templateId } from "../src/index.ts";

test("ids are frozen", () => {
  expect(guidFor("example.org", "first")).toMatchInlineSnapshot(`"t{^LE?aF}!"`);
  expect(guidFor("example.org", "second")).toMatchInlineSnapshot(`"GC%URG_4pd"`);
  expect(noteTypeId("example.org", "Basic")).toMatchInlineSnapshot(`1580664777388`);
  expect(deckId("Parent::Child")).toMatchInlineSnapshot(`1451719109577`);
  expect(fieldId(1_500_000_000_000, "Front")).toMatchInlineSnapshot(`3341044605244264`);
  expect(templateId(1_500_000_000_000, "Card 1")).toMatchInlineSnapshot(`5833386819410982`);
});

test("a namespace and an id are joined unambiguously", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
      fc.pre(b !== "");
      expect(guidFor(a + b, c)).not.toBe(guidFor(a, b + c));
    }),
  );
});

test("ids of note types and decks have 13 digits and are before October 2020", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      for (const id of [noteTypeId("x", name), deckId(name)]) {
        expect(id).toBeGreaterThanOrEqual(1_400_000_000_000);
        expect(id).toBeLessThan(1_600_000_000_000);
      }
    }),
  );
});

test("ids of fields and templates are safe integers", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(fieldId(1_500_000_000_000, name)).toSatisfy(Number.isSafeInteger);
      expect(templateId(1_500_000_000_000, name)).toSatisfy(Number.isSafeInteger);
    }),
  );
});
