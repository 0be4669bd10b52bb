import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { parse as parseYaml } from "yaml";
import { checkSyntax, parse, TexError } from "../src/index.ts";

const broken = parseYaml(readFileSync(new URL("fixtures/syntax.yaml", import.meta.url), "utf8")) as {
  tex: string;
  at: string;
  reason: string;
}[];
const display = { display: true };

describe("broken TeX", () => {
  test.each(broken)("$tex", ({ tex, at, reason }) => {
    const [message, ...others] = checkSyntax(tex, display);
    expect(others).toEqual([]);
    expect(message?.reason).toBe(reason);
    expect(tex.slice(message?.start, message?.end).trim()).toBe(at);
    expect(() => parse(tex, true)).toThrow(TexError);
  });
});

test("each unknown command is a message", () => {
  const tex = "\\farc{1}{2} + \\bata";
  const shown = checkSyntax(tex, display).map(({ start, end }) => tex.slice(start, end));
  expect(shown).toEqual(["\\farc", "\\bata"]);
});

test("a fault inside the definition of a macro is reported where the formula uses it", () => {
  const tex = "a \\neq^2^3";
  const [message] = checkSyntax(tex, display);
  expect(message).toMatchObject({ start: 8, end: 9 });
});

test("a comment in the middle, a font and a nested environment have no fault", () => {
  expect(checkSyntax("a % note\n + \\mathbf{b}", display)).toEqual([]);
  expect(
    checkSyntax("\\begin{aligned}a &= \\begin{cases}1 & x\\\\2\\end{cases}\\\\b &= 2\\end{aligned}", display),
  ).toEqual([]);
});

test("a command for display math is a message inline", () => {
  expect(checkSyntax("\\tag{1} x", display)).toEqual([]);
  expect(checkSyntax("\\tag{1} x", { display: false })).toHaveLength(1);
});

test("nothing is written to the console", () => {
  const spies = (["log", "warn", "error"] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
  for (const { tex } of [...broken, { tex: "\\show\\a \\errmessage{a}" }]) checkSyntax(tex, display);
  for (const spy of spies) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});

test("formulas that nest, expand or continue without limit end in a message", () => {
  const monsters = [
    "{".repeat(5000) + "}".repeat(5000),
    "\\left(".repeat(1000) + "\\right)".repeat(1000),
    "\\hat".repeat(2000),
    `${"\\displaystyle".repeat(700)}^`,
    `\\def\\a{${"x".repeat(4900)}}${"\\a".repeat(2400)}`,
    `\\def\\d#1{#1#1}${"\\d{".repeat(50)}x${"}".repeat(50)}`,
    "x".repeat(10_001),
    `x${" ".repeat(10_000)}`,
    "{".repeat(61) + "}".repeat(61),
    "\\left(".repeat(61) + "\\right)".repeat(61),
  ];
  for (const tex of monsters) expect(checkSyntax(tex, display)).not.toEqual([]);
});
