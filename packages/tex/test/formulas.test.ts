import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkExample, checkSymbols, checkSyntax, type Example, mutantsOf, survivingMutants } from "../src/index.ts";

interface Formula {
  id: string;
  tex: string;
  symbols: string[];
  example: Example | Example[];
}

const formulas = parse(readFileSync(new URL("fixtures/formulas.yaml", import.meta.url), "utf8")) as Formula[];

describe.each(formulas)("$id", ({ tex, symbols, example }) => {
  test("has no fault of syntax", () => {
    expect(checkSyntax(tex, { display: true })).toEqual([]);
  });

  test("holds for its worked numbers", () => {
    const { messages, checked } = checkExample(tex, example);
    expect(messages).toEqual([]);
    expect(checked).toBeGreaterThan(0);
  });

  test("uses the symbols of its table and no others", () => {
    expect(checkSymbols(tex, symbols)).toEqual({ missing: [], unused: [] });
  });

  test("reports a symbol that only its table has", () => {
    expect(checkSymbols(tex, [...symbols, "\\varsigma"]).unused).toEqual(["\\varsigma"]);
  });
});

test("at least 45 of the 49 formulas are evaluated, and at least 95 % of their mutants are caught", () => {
  const evaluated = formulas.filter(({ tex, example }) => checkExample(tex, example).messages.length === 0);
  const mutants = formulas.flatMap(({ tex }) => mutantsOf(tex));
  const survivors = formulas.flatMap(({ tex, example }) => survivingMutants(tex, example));
  const caught = 1 - survivors.length / mutants.length;
  console.info(`${evaluated.length} of ${formulas.length} formulas evaluated`);
  console.info(
    `${mutants.length - survivors.length} of ${mutants.length} mutants caught, ${(100 * caught).toFixed(1)} %`,
  );
  expect(formulas).toHaveLength(49);
  expect(evaluated.length).toBeGreaterThanOrEqual(45);
  expect(mutants.length).toBeGreaterThanOrEqual(200);
  expect(caught).toBeGreaterThanOrEqual(0.95);
});

test("a symbol removed from a table is reported in at least 80 % of cases: the others are mostly bound or indices", () => {
  const gaps = formulas.flatMap(({ tex, symbols }) =>
    symbols.map((gone) =>
      checkSymbols(
        tex,
        symbols.filter((symbol) => symbol !== gone),
      ),
    ),
  );
  const missed = gaps.filter(({ missing }) => missing.length > 0);
  console.info(`${missed.length} of ${gaps.length} gaps in tables of symbols noticed`);
  expect(missed.length / gaps.length).toBeGreaterThanOrEqual(0.8);
});

test("most mutants are caught by their numbers, not because they cannot be read", () => {
  const mutants = formulas.flatMap(({ tex, example }) =>
    mutantsOf(tex).map((mutant) => checkExample(mutant.tex, example)),
  );
  const byNumbers = mutants.filter(({ messages }) =>
    messages.some(({ reason }) => /in the example, but|gives|does not hold/.test(reason)),
  );
  expect(byNumbers.length / mutants.length).toBeGreaterThanOrEqual(0.85);
});
