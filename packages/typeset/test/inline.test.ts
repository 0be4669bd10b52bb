import { expect, test } from "vitest";
import { readableTex, readableText } from "../src/inline/readable.ts";
import { type Token, tokenize, withFixedSpaces } from "../src/inline/tokens.ts";
import { code, emphasis, inline, itemLink, lineBreak, link, math, strong, struck, text } from "./support/build.ts";

const shape = (tokens: readonly Token[]) =>
  tokens.map((token) =>
    token.kind === "word" ? token.text : token.kind === "math" ? `$${token.tex}$` : token.kind === "space" ? " " : "\n",
  );

test("cuts a paragraph into words, spaces, formulas and breaks", () => {
  const tokens = tokenize([text("Take  $x"), text(" and\nthen "), math("y^2"), text(","), lineBreak, code("f(x, y)")]);
  expect(shape(tokens)).toEqual([
    "Take",
    " ",
    "$x",
    " ",
    "and",
    " ",
    "then",
    " ",
    "$y^2$",
    ",",
    "\n",
    "f(x,",
    " ",
    "y)",
  ]);
});

test("styles combine, and emphasis inside emphasis is upright", () => {
  const tokens = tokenize([strong(emphasis(text("a"), emphasis(text("b")), struck(code("c"))))]);
  const styles = tokens.map((token) => (token.kind === "word" ? token.style : undefined));
  expect(styles).toMatchObject([
    { isBold: true, isItalic: true },
    { isBold: true, isItalic: false },
    { isBold: true, isItalic: true, isStruck: true, isCode: true },
  ]);
});

test("numbers the links of a paragraph", () => {
  const tokens = tokenize([link("https://a.org", text("one two")), text(" "), itemLink("adam", text("three"))]);
  const links = tokens.map((token) => ("style" in token ? token.style.link : undefined));
  expect(links.map((each) => each?.number)).toEqual([0, 0, 0, undefined, 1]);
  expect(links.at(-1)?.item).toBe("adam");
});

test.each([
  ["40 GB of memory", "40~GB of memory"],
  ["5 % or 5% of 3 ms", "5~% or 5% of 3~ms"],
  ["2 models", "2 models"],
  ["a dash – here", "a dash~– here"],
  ["see e.g. this", "see e.g.~this"],
  ["in 2026 many", "in 2026 many"],
])("puts no-break spaces into `%s`", (before, after) => {
  expect(withFixedSpaces(before).replaceAll("\u00a0", "~")).toBe(after);
});

test("keeps a unit with a formula before it", () => {
  expect(shape(tokenize([math("10^3"), text(" ms and more")]))).toEqual([
    "$10^3$",
    "\u00a0ms",
    " ",
    "and",
    " ",
    "more",
  ]);
  expect(shape(tokenize([math("n"), text(" samples")]))).toEqual(["$n$", " ", "samples"]);
});

test.each([
  ["\\sqrt{d_k}", "√d_k"],
  ["\\hat{y} \\ge \\frac{a}{b}", "y ≥ a/b"],
  ["\\mathrm{softmax}(z)_i", "softmax(z)_i"],
  ["\\left\\lVert w \\right\\rVert_2^2", "‖w‖_2^2"],
  ["p(y \\mid x)", "p(y | x)"],
  ["\\alpha x + \\log p", "αx + log p"],
])("%s reads as %s without markup", (tex, readable) => {
  expect(readableTex(tex).replace(/\s+/g, " ")).toBe(readable);
});

test("a title keeps its words without markup", () => {
  expect(readableText(inline("Why divide by $\\sqrt{d_k}$ in `attention`?"))).toBe("Why divide by √d_k in attention?");
});
