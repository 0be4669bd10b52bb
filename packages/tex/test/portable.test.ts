import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { ALPHABETS } from "../src/check/portable/alphabets.ts";
import { PORTABLE_NAMES } from "../src/check/portable/portable-names.ts";
import { COMMAND_NAMES, ENVIRONMENT_NAMES } from "../src/check/syntax/command-names.ts";
import { checkPortable, checkSyntax } from "../src/index.ts";
import { drawOnFlashcard, flawOf } from "./support/flashcard.ts";

const refused = parseYaml(readFileSync(new URL("fixtures/portable.yaml", import.meta.url), "utf8")) as {
  tex: string;
  at: string;
  reason: string;
}[];

describe("what other outputs show otherwise is a message", () => {
  test.each(refused)("$tex", ({ tex, at, reason }) => {
    const messages = checkPortable(tex);
    expect(messages.map(({ start, end }) => tex.slice(start, end))).toEqual([at]);
    expect(messages[0]?.reason).toBe(reason);
  });
});

/** The formulas that lint accepts and a flashcard does not show as written. */
async function flawsOf(formulas: readonly string[], displays = [true, false]): Promise<string[]> {
  const flaws: string[] = [];
  for (const tex of formulas) {
    if (checkPortable(tex).length > 0) continue;
    for (const display of displays) {
      if (checkSyntax(tex, { display }).length > 0) continue;
      const flaw = flawOf(await drawOnFlashcard(tex, display), tex);
      if (flaw !== undefined) flaws.push(`${tex}: ${flaw}`);
    }
  }
  return flaws;
}

describe("what lint accepts, a flashcard shows", () => {
  test("every command of KaTeX, in every place", async () => {
    expect(await flawsOf(COMMAND_NAMES.flatMap(usesOf))).toEqual([]);
  }, 120_000);

  test("every environment of KaTeX, in every place", async () => {
    for (const name of ENVIRONMENT_NAMES) {
      const formulas = environmentHeads.flatMap((head) =>
        bodies.flatMap((body) => {
          const formula = `\\begin{${name}}${head}${body}\\end{${name}}`;
          return [`x = ${formula}`, `\begin{aligned}${formula}end{aligned}`];
        }),
      );
      expect(await flawsOf(formulas, [true])).toEqual([]);
    }
  }, 120_000);

  test("formulas put together at random", async () => {
    const formula = fc.letrec<{ formula: string; item: string; argument: string }>((tie) => ({
      formula: fc.array(tie("item"), { minLength: 1, maxLength: 4 }).map((items) => items.join(" ")),
      item: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        fc.constantFrom(
          ..."x1+=,|",
          "\\alpha",
          "\\sum",
          "\\dots",
          "\\not=",
          "\\{",
          "\\quad",
          "\\%",
          "\\max",
          "'",
          "\\R",
        ),
        fc.tuple(fc.constantFrom(...oneArgument), tie("argument")).map((parts) => parts.join("")),
        fc
          .tuple(fc.constantFrom("\\frac", "\\binom", "\\overset"), tie("argument"), tie("argument"))
          .map((p) => p.join("")),
        fc
          .tuple(fc.constantFrom("x", "\\sum", "\\hat x"), fc.constantFrom("^", "_"), tie("argument"))
          .map((p) => p.join("")),
        fc
          .tuple(fc.constantFrom("text", "textbf", "hbox"), fc.string({ unit: fc.constantFrom(..."ab {}$~%-'\\") }))
          .map(([name, text]) => `\\${name}{${text}}`),
        fc
          .tuple(fc.constantFrom("aligned", "matrix", "cases"), tie("formula"), tie("formula"))
          .map(([name, a, b]) => `\\begin{${name}}${a} & ${b} \\\\ ${b}\\end{${name}}`),
        tie("formula").map((inner) => `\\left(${inner}\\right]`),
      ),
      argument: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        tie("formula").map((inner) => `{${inner}}`),
        fc.constantFrom(" x", "1", "\\alpha", "\\dots", " \\sum", "\\mathbb{R}", "\\text{a}"),
      ),
    })).formula;
    const formulas = fc.sample(formula, { numRuns: 1500, seed: 1 });
    expect(await flawsOf(formulas)).toEqual([]);
    const accepted = formulas.filter(
      (tex) => checkSyntax(tex, { display: true }).length + checkPortable(tex).length === 0,
    );
    expect(accepted.length).toBeGreaterThan(200);
  }, 120_000);
});

describe("the table of portable names", () => {
  test("lists commands that KaTeX knows and a flashcard does not", async () => {
    expect([...PORTABLE_NAMES.keys()].filter((name) => !COMMAND_NAMES.includes(name))).toEqual([]);
    for (const name of PORTABLE_NAMES.keys())
      expect(flawOf(await drawOnFlashcard(`${name}{x}{y}`, true)), name).toBeDefined();
  });

  test("has spellings that every output shows", async () => {
    const spellings = [...PORTABLE_NAMES.values()].map((spelling) => `a ${spelling.replace("…", "x")} b`);
    for (const tex of spellings)
      expect([checkSyntax(tex, { display: true }), checkPortable(tex)], tex).toEqual([[], []]);
    expect(await flawsOf(spellings)).toEqual([]);
  });
});

describe("alphabets", () => {
  const letters = [
    ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    ...[
      "\\alpha",
      "\\beta",
      "\\varepsilon",
      "\\vartheta",
      "\\pi",
      "\\omega",
      "\\Gamma",
      "\\Sigma",
      "\\Omega",
      "\\imath",
    ],
    ...["α", "ω", "Γ", "Ω"],
  ];

  test.each([...ALPHABETS.keys()])("%s lacks what KaTeX draws in an ordinary font", (font) => {
    for (const letter of letters) {
      const tex = `{${font} ${letter}}`;
      const isRefused = checkPortable(tex).length > 0;
      expect({ tex, isRefused }).toEqual({ tex, isRefused: !isDrawnIn(font, tex) });
    }
  });
});

/** Whether KaTeX's HTML gives the last character the class of the font. */
function isDrawnIn(font: string, tex: string): boolean {
  const html = katex.renderToString(tex, { output: "html", strict: "ignore" });
  const classes = [...html.matchAll(/<span class="([^"]*)"[^>]*>[^<]+<\/span>/g)].at(-1)?.[1] ?? "";
  const name = font.slice(1);
  return classes.split(" ").includes(classOf[name] ?? name);
}

const classOf: Readonly<Record<string, string>> = {
  Bbb: "mathbb",
  cal: "mathcal",
  frak: "mathfrak",
  bf: "mathbf",
  sf: "mathsf",
  tt: "mathtt",
};

test.each([
  [
    "decorated letters",
    "\\mathbb{E} \\mathcal L \\mathscr{F} \\mathfrak{g}_2 \\mathbf{x}_1 \\mathbb R^{n_1} \\mathbf{A1\\Sigma}",
  ],
  ["an ordinary font in an alphabet", "\\mathbb{\\mathrm{a}} \\mathbb{\\text{a}} \\mathcal{\\boldsymbol{\\theta}}"],
  ["what follows an alphabet", "\\mathbb{E}x1 {\\bf x} \\alpha \\mathcal L(1)"],
  ["text with a formula, a price and braces", "\\text{if $x_1 = 5\\%$ for \\(y\\) costs \\$5 \\{a\\}}"],
  ["signs outside of text", "\\text{of }5\\% \\mathrm{a\\_b}\\#"],
  ["lengths", "a \\kern1em b \\hskip 2pt c \\\\[3pt] \\hspace{1cm} \\rule[1pt]{1em}{2mm} 2sp"],
  ["a tag and a starred name", "x \\tag*{a} \\operatorname*{plim}_n"],
])("%s have no fault", (_, tex) => {
  expect(checkPortable(tex)).toEqual([]);
});

test("any text ends in messages with places inside it", () => {
  const part = fc.constantFrom(
    ..."{}$^_*[]1a \\",
    "\\text",
    "\\tag",
    "\\begin",
    "\\end",
    "{array}",
    "\\mathbb",
    "\\left",
    "\\kern",
    "\\R",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const tex = parts.join("");
      for (const { start, end } of checkPortable(tex)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(tex.length);
      }
    }),
  );
});

const oneArgument = [
  "\\sqrt",
  "\\hat",
  "\\mathbf",
  "\\mathbb",
  "\\mathcal",
  "\\overline",
  "\\mathrm",
  "\\operatorname",
  "\\boldsymbol",
];

const environmentHeads = ["", "{cc}", "{2}", "{c|c}", "[r]"];

const bodies = [
  ...[
    "x",
    "x & y \\\\ z & w",
    "x \\\\[2pt] y",
    "x \\\\[2bp] y",
    "x &= y \\\\ &= z",
    "\\hline x \\\\ \\hline y",
    "x \\tag{1}",
  ],
  ...["x \\nonumber \\\\ y", "x & \\text{if } y", "\\hdashline x", "x \\\\ \\hline", "", "A @>a>> B", "A @= B @| C"],
  ...["[x] & y", "x \\\\*[2pt] y", "x \\newline y", "x & \\begin{matrix}a & b\\end{matrix}"],
];

/** A command in all its possible places. */
function usesOf(name: string): string[] {
  return [
    ...[
      name,
      `${name} x`,
      `${name}{x}`,
      `${name}{x}{y}`,
      `${name}{x}{y}{z}`,
      `${name}[2]{x}`,
      `x ${name} z`,
      `${name} ab`,
    ],
    ...[
      `x_{${name}}`,
      `x^${name} z`,
      `x_${name}{x}`,
      `${name}_{i=1}^n x`,
      `\\sum${name}_i x`,
      `${name}(x)`,
      `${name}|x|`,
    ],
    ...[`\\left${name} x \\right${name}`, `\\big${name}`, `\\left(a ${name}| b\\right)`, `\\Braket{x ${name} y}`],
    ...[
      `${name}{blue}{x}`,
      `${name}{blue}{black}{x}`,
      `${name}{1pt}x`,
      `${name}{1em}{1em}`,
      `x ${name}1em z`,
      `x ${name}1mu z`,
    ],
    ...[
      `\\mathrm{${name}}`,
      `\\mathrm{${name} x}`,
      `\\text{${name} a}`,
      `\\text{${name}{a}}`,
      `\\text{a $${name}$ b}`,
      `\\tag{${name}}`,
    ],
    ...[
      `${name} 65`,
      `${name}{(}{)}{0pt}{}{a}{b}`,
      `${name}\\frac{a}{b}`,
      `${name}{\\frac{a}{b}}`,
      `${name}\\mathrm{a}`,
    ],
    ...[`\\begin{aligned}a${name} \\\\ ${name} b\\end{aligned}`, `\\begin{array}{c}a \\\\ ${name} b\\end{array}`],
    ...[`${name}*{1em}`, `${name}\\macro{x}`, `${name}\\macro=x`, `${name}{\\macro}{x}`],
  ];
}
