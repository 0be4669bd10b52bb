import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { definitionOf, FrontMatter, Id, isAsked, kinds, kindTable, sectionName } from "../src/index.ts";

describe("the table of kinds", () => {
  test("defines exactly the kinds that front matter knows", () => {
    expect(Object.keys(kindTable)).toEqual(kinds);
    expect(FrontMatter.options.map(({ shape }) => shape.kind.value)).toEqual(Object.keys(kindTable));
  });

  test.each(kinds)("names each section of a %s after its heading, once", (kind) => {
    const sections = definitionOf(kind).sections ?? [];
    for (const { name, heading } of sections) expect(name).toBe(sectionName(heading));
    expect(new Set(sections.map(({ name }) => name)).size).toBe(sections.length);
  });

  test.each(kinds)("asks for a %s what its front matter can give", (kind) => {
    const shape = FrontMatter.options.find((option) => option.shape.kind.value === kind)?.shape;
    expect(isAsked(kind)).toBe(definitionOf(kind).cards.length > 0);
    if (!definitionOf(kind).needsSources) return;
    expect(Object.keys(shape ?? {})).toEqual(expect.arrayContaining(["sources", "verified"]));
  });

  test("has cards for every kind that must have a difficulty", () => {
    const json = z.toJSONSchema(FrontMatter, { io: "input" }) as { $defs?: Definitions };
    const definitions = Object.values(json.$defs ?? {}).filter(({ properties }) => properties?.kind !== undefined);
    const graded = definitions
      .filter(({ required }) => required?.includes("difficulty"))
      .map(({ properties }) => properties?.kind?.const);
    expect(graded.length).toBeGreaterThan(0);
    for (const kind of graded) expect(kinds.filter(isAsked)).toContain(kind);
  });
});

type Definitions = Record<string, { required?: string[]; properties?: Record<string, { const?: string }> }>;

describe("the name of a section", () => {
  test.each([
    ["In depth", "in-depth"],
    ["Why it is wrong", "why-it-is-wrong"],
    ["Follow-ups", "follow-ups"],
    ["  Bias & variance!  ", "bias-variance"],
    ["Bayes' rule", "bayes-rule"],
    ["Naïve Bayes", "naive-bayes"],
    ["Straße", "straße"],
    ["L₂ norm", "l2-norm"],
    ["深層学習", "深層学習"],
    ["?!", ""],
    ["", ""],
  ])("of %j is %j", (heading, name) => {
    expect(sectionName(heading)).toBe(name);
  });

  test("holds letters and digits, joined by single hyphens", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (heading) => {
        expect(sectionName(heading)).toMatch(/^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });

  test("does not depend on case, spacing or punctuation", () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z]{1,8}$/), { minLength: 1, maxLength: 5 });
    const gap = fc.constantFrom(" ", "-", "  ", ", ", " – ", "/");
    fc.assert(
      fc.property(words, gap, (all, between) => {
        const name = sectionName(all.join(" "));
        expect(Id.safeParse(name).success).toBe(true);
        expect(sectionName(`${all.join(between).toUpperCase()}?`)).toBe(name);
        expect(sectionName(name)).toBe(name);
      }),
    );
  });
});
