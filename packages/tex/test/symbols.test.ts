import { describe, expect, test } from "vitest";
import { checkSymbols, normalizeSymbol, symbolsOf } from "../src/index.ts";

const symbols = (tex: string): string[] => [...new Set(symbolsOf(tex).map(({ symbol }) => symbol))];

describe("the symbols of a formula", () => {
  test.each<[tex: string, expected: string[], why: string]>([
    ["\\hat y = f(x)", ["\\hat{y}", "f", "x"], "an accent makes another symbol"],
    ["\\hat y_i - \\hat y_j", ["\\hat{y}"], "an index is not part of it"],
    ["F_1 + F_\\beta", ["F_{1}", "F_{\\beta}"], "a fixed subscript is part of it"],
    ["X_{\\mathrm c} + n_{in}", ["X_{\\mathrm{c}}", "n_{in}"], "a label is part of it"],
    ["\\sum_{i=1}^{n} x_i i", ["n", "x"], "a letter bound by a sum is not one"],
    ["\\arg\\max_{\\theta \\in \\Theta} L(\\theta)", ["\\Theta", "L"], "a letter bound by a maximum is not one"],
    ["\\int_0^1 g(t)\\, dt", ["g"], "a letter bound by an integral is not one"],
    ["\\mathbb{E}_{x \\sim p} [x]", ["p"], "a letter bound by an expectation is not one"],
    ["2\\pi e^x + \\infty", ["x"], "constants are not symbols"],
    ["\\log x + \\operatorname{softmax}(z) + \\mathrm{KL}(p)", ["x", "z", "p"], "operators are not symbols"],
    ["\\mathrm{AUC} = \\text{params}", ["\\mathrm{AUC}", "\\text{params}"], "a word without an argument is one"],
    ["W' = W^\\top", ["W'", "W"], "a prime is part of it, a transpose is not"],
    ["a \\text{ if } b", ["a", "b"], "words between formulas are not symbols"],
    ["\\frac{\\partial L}{\\partial W_1}", ["L", "W_{1}"], "the parts of a derivative are symbols"],
    ["\\frac{dy}{dx} + \\frac{d}{dz} \\sqrt{d_k}", ["y", "x", "z", "d"], "differentials are not symbols"],
    ["\\mathbf{w}^T \\mathbf x", ["\\mathbf{w}", "\\mathbf{x}"], "a font makes another symbol"],
    ["x_{i,j} + w_{t-1}", ["x", "w"], "two indices and a shifted one are indices"],
  ])("of %s are %j: %s", (tex, expected) => {
    expect(symbols(tex)).toEqual(expected);
  });

  test("have their places", () => {
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
    ["\\frac{p_o - p_e}{1 - p_e}", ["p_o"], ["p_{e}"], []],
    ["\\frac{p_o - p_e}{1 - p_e}", ["p_x", "p_e"], ["p_{o}"], ["p_x"]],
    ["\\frac{p_o - p_e}{1 - p_e}", ["p"], [], []],
    ["\\sum_z w_z x_z + x_o", ["w_z", "x_z"], [], []],
    ["x_i + x_j + w_h v_h", ["x_i", "w_h", "v_h"], [], []],
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
