import { describe, expect, test } from "vitest";
import { checkSymbols, normalizeSymbol, symbolsOf } from "../src/index.ts";

const symbols = (tex: string): string[] => [...new Set(symbolsOf(tex).map(({ symbol }) => symbol))];

describe("the symbols of a formula", () => {
  test.each<[tex: string, expected: string[], why: string]>([
    ["\\hat y = f(x)", ["\\hat{y}", "f", "x"], "an accent makes another symbol"],
    ["\\hat y_i - \\hat y_j", ["\\hat{y}"], "an index is no part of it"],
    ["F_1 + F_\\beta", ["F_{1}", "F_{\\beta}"], "a fixed subscript is part of it"],
    ["X_{\\mathrm c} + n_{in}", ["X_{\\mathrm{c}}", "n_{in}"], "a label is part of it"],
    ["\\sum_{i=1}^{n} x_i i", ["n", "x"], "what a sum binds is none"],
    ["\\arg\\max_{\\theta \\in \\Theta} L(\\theta)", ["\\Theta", "L"], "what a maximum binds is none"],
    ["\\int_0^1 g(t)\\, dt", ["g"], "what an integral binds is none"],
    ["\\mathbb{E}_{x \\sim p} [x]", ["p"], "what an expectation binds is none"],
    ["2\\pi e^x + \\infty", ["x"], "constants are none"],
    ["\\log x + \\operatorname{softmax}(z) + \\mathrm{KL}(p)", ["x", "z", "p"], "operators are none"],
    ["\\mathrm{AUC} = \\text{params}", ["\\mathrm{AUC}", "\\text{params}"], "a word that stands alone is one"],
    ["W' = W^\\top", ["W'", "W"], "a prime is part of it, a transpose is not"],
    ["a \\text{ if } b", ["a", "b"], "words between formulas are none"],
    ["\\frac{\\partial L}{\\partial W_1}", ["L", "W_{1}"], "derivatives are taken apart"],
    ["\\frac{dy}{dx} + \\frac{d}{dz} \\sqrt{d_k}", ["y", "x", "z", "d"], "differentials are none"],
    ["\\mathbf{w}^T \\mathbf x", ["\\mathbf{w}", "\\mathbf{x}"], "a font makes another symbol"],
    ["x_{i,j} + w_{t-1}", ["x", "w"], "two indices and a shifted one are indices"],
  ])("of %s are %j: %s", (tex, expected) => {
    expect(symbols(tex)).toEqual(expected);
  });

  test("have places", () => {
    const tex = "F_1 = \\frac{2PR}{P+R}";
    expect(symbolsOf(tex).map(({ start, end }) => tex.slice(start, end))).toEqual(["F_1", "P", "R", "P", "R"]);
  });
});

describe("a table of symbols", () => {
  test.each<[tex: string, declared: string[], missing: string[], unused: string[]]>([
    ["F_1 = \\frac{2TP}{2TP+FP}", ["F_{1}", "TP", "FP"], [], []],
    ["F_1 = \\frac{2TP}{2TP+FP}", ["F_1", "TP"], ["F", "P"], []],
    ["P(D \\mid +) P(D)", ["P(D)", "P(D \\mid +)"], [], []],
    ["\\phi_i = v(S \\cup \\{i\\}) - v(S)", ["\\phi_i", "v(S)", "S"], [], []],
    ["W' = W + \\Delta", ["W", "W'", "\\Delta"], [], []],
    ["\\sigma' = \\sigma(1 - \\sigma)", ["\\sigma"], [], []],
    ["\\hat y_i - y_i", ["y_i"], ["\\hat{y}"], []],
    ["\\hat y_i - y_i", ["y_i", "\\hat y_i", "z"], [], ["z"]],
    ["\\hat y_i", ["\\hat y_j"], [], []],
    ["p_\\theta(y \\mid x)", ["p_\\theta", "x", "y"], [], []],
    ["\\log \\sigma(x)", ["\\sigma", "x"], [], []],
    ["\\sigma^2", ["\\sigma^2"], [], []],
    ["\\sum_i x_i", ["x_i", "i"], [], []],
    ["W^O + W_i^Q", ["W^O", "W_i^Q"], [], []],
    ["D^* \\approx 20N", ["D^*", "N"], [], []],
    ["y_w + y_l", ["y_w", "y_l", "y_q"], [], ["y_q"]],
  ])("of %s that lists %j misses %j and has %j too many", (tex, declared, missing, unused) => {
    const report = checkSymbols(tex, declared);
    expect(report.missing.map(({ symbol }) => symbol)).toEqual(missing);
    expect(report.unused).toEqual(unused);
  });

  test("may spell a symbol in any way that prints the same", () => {
    expect(normalizeSymbol("F_1")).toBe(normalizeSymbol("F_{1}"));
    expect(normalizeSymbol("\\hat y_i")).toBe(normalizeSymbol("\\hat{y}_{i}"));
    expect(normalizeSymbol("\\left(x\\right)")).toBe(normalizeSymbol("(x)"));
    expect(normalizeSymbol("\\operatorname{KL}")).toBe(normalizeSymbol("\\mathrm{KL}"));
  });

  test("is not compared with TeX that cannot be read", () => {
    expect(checkSymbols("\\frac{a", ["a"])).toEqual({ missing: [], unused: [] });
    expect(symbolsOf("}")).toEqual([]);
  });
});
