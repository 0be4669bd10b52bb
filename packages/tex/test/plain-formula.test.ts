import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { findAllFaults } from "../src/check/syntax/check-syntax.ts";
import { isPlainFormula } from "../src/check/syntax/plain-formula.ts";
import { checkSyntax } from "../src/index.ts";
import { lex } from "../src/parse/lex.ts";
import { ROLES } from "../src/parse/tables.ts";

const content = globSync("*/*.md", { cwd: fileURLToPath(new URL("../../../content/", import.meta.url)) })
  .map((file) => readFileSync(new URL(`../../../content/${file}`, import.meta.url), "utf8"))
  .flatMap((text) => text.replace(/```[\s\S]*?```/g, "").match(/(?<=\$\$\n)[\s\S]*?(?=\n\$\$)|(?<=\$)[^$\n]+(?=\$)/g));
const fixtures = ["formulas", "examples", "failures", "syntax"].flatMap((name) => {
  const text = readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), "utf8");
  return (parseYaml(text) as { tex: string }[]).map(({ tex }) => tex);
});
const formulas = [...new Set([...content.filter((tex) => tex !== null), ...fixtures])];

describe("a plain formula has no faults, as KaTeX sees it", () => {
  test("for every formula of the content and the fixtures, with equal messages for those that are not plain", () => {
    expect(formulas.length).toBeGreaterThan(1500);
    for (const tex of formulas) expectAgreement(tex);
  });

  test.each([...ROLES.keys()])("with %j in every position", (token) => {
    for (const tex of usesOf(token)) expectAgreement(tex);
  });

  test("with any two tokens next to each other", () => {
    const token = fc.constantFrom(...ROLES.keys(), "{", "}", "_", "^", "'", "\\right", "\\end{aligned}", "x");
    fc.assert(
      fc.property(token, token, (first, second) => expectAgreement(`a ${first} ${second} b`)),
      { numRuns: 2000 },
    );
  });

  test("after random changes", () => {
    const tokens = [
      ...ROLES.keys(),
      ..."{}_^'&$#%~\"`@?",
      "{x}",
      "_{i}",
      "^2",
      "\\right)",
      "\\end{cases}",
      "é",
      "\\foo",
    ];
    const changed = fc
      .tuple(fc.constantFrom(...formulas), fc.nat(), fc.nat(4), fc.constantFrom("", ...tokens), fc.boolean())
      .map(([tex, place, length, token, isSpaced]) => {
        const at = place % (tex.length + 1);
        return tex.slice(0, at) + (isSpaced ? ` ${token} ` : token) + tex.slice(at + length);
      });
    fc.assert(fc.property(changed, expectAgreement), { numRuns: 3000 });
  });

  test("built at random", () => {
    fc.assert(fc.property(random.list, expectAgreement), { numRuns: 2000 });
  });
});

test("most formulas of the content are plain", () => {
  const plain = formulas.filter((tex) => isPlainFormula(tex, lex(tex)));
  expect(plain.length / formulas.length).toBeGreaterThan(0.9);
});

test.each([
  "a\\\\b",
  "50 % of",
  "\\def\\a{b}",
  "x^2^3",
  "\\left( a",
  "é",
  "\\begin{cases}a&b&c\\end{cases}",
  "x'^2",
  "x' '",
  "\\begin{ cases}a\\end{ cases}",
])("%s is not plain", (tex) => {
  expect(isPlainFormula(tex, lex(tex))).toBe(false);
});

function expectAgreement(tex: string): void {
  const tokens = lex(tex);
  for (const display of [true, false]) {
    expect(checkSyntax(tex, { display }), tex).toEqual(findAllFaults(tex, tokens, display));
  }
}

/** Formulas of the shapes that may be plain, with random spaces and, now and then, a part that is wrong. */
const random = fc.letrec<{ list: string; item: string; argument: string }>((tie) => {
  const token = fc.constantFrom("a", "x", "2", "+", "(", "]", " ", "\n", ...ROLES.keys());
  const separated = token.map((text) => (/[a-zA-Z]$/.test(text) ? `${text} ` : text));
  const fraction = fc.constantFrom("\\frac", "\\dfrac", "\\cfrac", "\\binom");
  const command = fc.constantFrom(
    ...["\\hat", "\\vec", "\\overline", "\\underbrace", "\\sqrt", "\\sqrt[3]", "\\big"],
    ...["\\mathrm", "\\mathbb", "\\boldsymbol", "\\bm", "\\text", "\\operatorname"],
  );
  const script = fc.constantFrom("_", "^", "'", "''", "'_", " _", " ^", " '");
  const open = fc.constantFrom("(", "[", ".", "|", "\\{", "\\langle ", "\\| ", "\\lvert ", "a");
  const close = fc.constantFrom(")", "]", ".", "|", "\\}", "\\rangle ", "/", "x");
  const environment = fc.constantFrom("aligned", "cases", "matrix", "pmatrix", "bmatrix", "split");
  const separator = fc.constantFrom("&", " & ", "\\\\", " \\\\ ", "\\\\[", "\\\\*");
  const cells = fc.array(tie("list"), { minLength: 1, maxLength: 4 });
  return {
    list: fc.array(tie("item"), { maxLength: 5 }).map((items) => items.join("")),
    argument: fc.oneof({ weight: 3, arbitrary: tie("list").map((list) => `{${list}}`) }, separated),
    item: fc.oneof(
      { depthSize: "small" },
      separated,
      tie("argument"),
      fc.tuple(fraction, tie("argument"), tie("argument")).map((parts) => parts.join("")),
      fc.tuple(command, tie("argument")).map((parts) => parts.join("")),
      fc.tuple(tie("item"), script, tie("argument")).map((parts) => parts.join("")),
      fc.tuple(open, tie("list"), close).map(([from, list, to]) => `\\left${from}${list}\\right${to}`),
      fc
        .tuple(environment, cells, separator)
        .map(([name, parts, between]) => `\\begin{${name}}${parts.join(between)}\\end{${name}}`),
    ),
  };
});

function usesOf(token: string): string[] {
  const often = Array.from({ length: 200 }, () => token).join(" ");
  return [
    token,
    `x ${token} y`,
    `x_${token} + z^ ${token}`,
    `\\frac ${token} ${token}`,
    `\\frac{${token}}{${token}} + x_{${token}}^{${token}}`,
    `\\hat ${token} + \\sqrt ${token} + \\mathrm ${token}`,
    `\\hat{${token}} + \\sqrt{${token}} + \\mathrm{${token}}`,
    `${token}_i^2 + ${token}'_i + ${token}^2_i`,
    `\\text{${token}} + \\operatorname{${token}}`,
    `\\sqrt[${token}]{x}`,
    `\\left( ${token} \\right)`,
    `\\left ${token} x \\right ${token}`,
    `\\big ${token} x \\Big ${token}`,
    `\\begin{aligned} ${token} & ${token} \\\\ ${token} & ${token} \\end{aligned}`,
    `\\begin{cases} ${token} & ${token} \\\\ ${token} x \\end{cases}`,
    `\\begin{pmatrix} ${token} \\end{pmatrix}`,
    `${token}{x}{y} + ${token}{x}`,
    often,
  ];
}
