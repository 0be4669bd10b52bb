import { readFileSync } from "node:fs";
import fc from "fast-check";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import {
  checkExample,
  checkSymbols,
  checkSyntax,
  mutantsOf,
  normalize,
  parse,
  type Span,
  symbolsOf,
  TexError,
  type TexNode,
} from "../src/index.ts";

const formulas = parseYaml(readFileSync(new URL("fixtures/formulas.yaml", import.meta.url), "utf8")) as {
  tex: string;
}[];

/** An arithmetic expression: its TeX and its value. */
interface Sum {
  tex: string;
  value: number;
}
const names = { a: 2.5, b: -1.75, x: 3, "\\alpha": 0.4, "\\hat y": 1.2, TP: 8, F_1: 0.7 };
const leaf: fc.Arbitrary<Sum> = fc.oneof(
  fc.constantFrom(...Object.entries(names).map(([tex, value]) => ({ tex, value }))),
  fc.integer({ min: 2, max: 99 }).map((n) => ({ tex: String(n), value: n })),
  fc.integer({ min: 1, max: 999 }).map((n) => ({ tex: (n / 100).toFixed(2), value: n / 100 })),
);
const { sum } = fc.letrec<{ sum: Sum }>((tie) => {
  const pair = fc.tuple(tie("sum"), tie("sum"));
  const inBrackets = fc.constantFrom(["(", ")"], ["[", "]"], ["\\left(", "\\right)"], ["\\big[", "\\big]"]);
  return {
    sum: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      pair.map(([l, r]) => ({ tex: `${bracket(l)} + ${bracket(r)}`, value: l.value + r.value })),
      pair.map(([l, r]) => ({ tex: `${bracket(l)} - ${bracket(r)}`, value: l.value - r.value })),
      pair.map(([l, r]) => ({ tex: `${bracket(l)} \\cdot ${bracket(r)}`, value: l.value * r.value })),
      pair.map(([l, r]) => ({ tex: `(${l.tex})(${r.tex})`, value: l.value * r.value })),
      pair
        .filter(([, r]) => Math.abs(r.value) > 0.01)
        .map(([l, r]) => ({ tex: `\\frac{${l.tex}}{${r.tex}}`, value: l.value / r.value })),
      pair
        .filter(([, r]) => Math.abs(r.value) > 0.01)
        .map(([l, r]) => ({ tex: `(${l.tex})/(${r.tex})`, value: l.value / r.value })),
      fc
        .tuple(tie("sum"), inBrackets)
        .map(([x, [open, close]]) => ({ tex: `${open}${x.tex}${close}`, value: x.value })),
      tie("sum").map((x) => ({ tex: `${bracket(x)}^2`, value: x.value ** 2 })),
      tie("sum").map((x) => ({ tex: `\\sqrt{|${x.tex}|}`, value: Math.sqrt(Math.abs(x.value)) })),
      tie("sum").map((x) => ({ tex: `\\tanh(${x.tex})`, value: Math.tanh(x.value) })),
      tie("sum").map((x) => ({ tex: `-(${x.tex})`, value: -x.value })),
    ),
  };
});
const bracket = ({ tex }: Sum): string => `(${tex})`;
const example = Object.fromEntries(Object.entries(names));

/** Text that looks like TeX, right or wrong. */
const texLike = fc
  .array(
    fc.constantFrom(
      ..."abixyTP012.,;:=<>+-*/!|'^_{}[]()&%$#~ \n",
      ..."\\frac \\sqrt \\sum \\hat \\text \\left \\right \\begin{cases} \\end{cases} \\\\ \\log \\mathrm \\| \\{ \\} \\arg\\max".split(
        " ",
      ),
      ..."\\def\\a{\\a} \\alpha \\in \\neq \\le \\cup \\binom \\quad \\, \\dots \\foo \\over \\href \\verb|x| é 😀 \\overset \\top".split(
        " ",
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof(
  texLike,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(...formulas.map(({ tex }) => tex)),
);

describe("arithmetic", () => {
  test("has the same value in TeX as in JavaScript", () => {
    fc.assert(
      fc.property(
        sum.filter(({ value }) => Number.isFinite(value) && Math.abs(value) < 1e12),
        ({ tex, value }) => {
          const used = { ...example, y: value };
          const { messages } = checkExample(`y = ${tex}`, used);
          expect(messages.filter(({ entry }) => entry === undefined || entry === "y")).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("does not have another value in TeX", () => {
    fc.assert(
      fc.property(
        sum.filter(({ value }) => Number.isFinite(value) && Math.abs(value) < 1e12),
        ({ tex, value }) => {
          const { messages } = checkExample(`y = ${tex}`, { ...example, y: value + Math.max(1, Math.abs(value)) });
          expect(messages.map(({ reason }) => reason).join()).toMatch(/in the example, but/);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a formula that is read", () => {
  test("prints the same picture", () => {
    fc.assert(
      fc.property(sum, ({ tex }) => {
        expect(picture(normalize(tex))).toBe(picture(tex));
      }),
      { numRuns: 200 },
    );
  });

  test.each(formulas.map(({ tex }) => tex).filter((tex) => !/brace|aligned|gathered/.test(tex)))(
    "prints the same picture: %s",
    (tex) => {
      expect(picture(normalize(tex))).toBe(picture(tex));
    },
  );

  test("has a normal spelling that is its own normal spelling", () => {
    fc.assert(
      fc.property(anyText, (tex) => {
        const once = orUndefined(() => normalize(tex));
        fc.pre(once !== undefined && checkSyntax(tex, { display: true }).length === 0);
        expect(normalize(once ?? "")).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test("has nodes in order, each inside its parent", () => {
    fc.assert(
      fc.property(anyText, (tex) => {
        const tree = orUndefined(() => parse(tex, true));
        if (tree !== undefined) expectNested(tree.nodes, { start: 0, end: tex.length });
      }),
      { numRuns: 500 },
    );
  });

  test("has nodes whose text reads as the same node", () => {
    for (const { tex } of formulas) {
      for (const node of parse(tex, true).nodes) {
        if (node.type === "table" || /brace/.test(tex)) continue;
        expect(normalize(tex.slice(node.start, node.end))).toContain(normalize(tex.slice(node.start, node.end).trim()));
        expect(orUndefined(() => parse(tex.slice(node.start, node.end), true))?.nodes[0]?.type ?? node.type).toBe(
          node.type,
        );
      }
    }
  });
});

describe("arbitrary text", () => {
  test("is checked without an exception, with every place inside it", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (tex, display) => {
        for (const { start, end, reason } of checkSyntax(tex, { display })) {
          expect(reason).toMatch(/^\S.*/s);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(tex.length);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("is at worst a message, as a formula, a name or a body", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (tex, key, body) => {
        const { messages } = checkExample(`y = ${tex}`, { y: 2, x: [2, 3], [key]: 5, "f(a)": body });
        for (const { start, end } of messages) expect(0 <= start && start <= end && end <= tex.length + 4).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("has symbols with places inside it, and mutants that differ from it", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (tex, declared) => {
        for (const { start, end } of symbolsOf(tex)) expect(0 <= start && start < end && end <= tex.length).toBe(true);
        for (const name of checkSymbols(tex, declared).unused) expect(declared).toContain(name);
        for (const mutant of mutantsOf(tex)) expect(mutant.tex).not.toBe(tex);
      }),
      { numRuns: 500 },
    );
  });
});

test("a table of all symbols found in a formula has none missing and none unused", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        sum.map(({ tex }) => tex),
        fc.constantFrom(...formulas.map(({ tex }) => tex)),
      ),
      (tex) => {
        const declared = [...new Set(symbolsOf(tex).map(({ symbol }) => symbol))];
        expect(checkSymbols(tex, declared)).toEqual({ missing: [], unused: [] });
      },
    ),
    { numRuns: 300 },
  );
});

/** KaTeX's MathML without spacing and sizes. The bar of a condition may be `|` or `\\mid`. */
function picture(tex: string): string {
  const markup = katex.renderToString(tex.replaceAll("\\mid", "|"), {
    displayMode: true,
    output: "mathml",
    strict: "ignore",
  });
  return markup
    .replace(/<annotation.*<\/annotation>/s, "")
    .replace(/<(\w+)[^>]*>/g, "<$1>")
    .replace(/<\/?(mrow|mstyle|mpadded|mspace|mtext|semantics|span|math)>/g, "")
    .replace(/[\s\u2061-\u2064\u2009\u200a\u00a0\u200b]/g, "")
    .replaceAll("<mo></mo>", "");
}

function expectNested(nodes: readonly TexNode[], outer: Span): void {
  let from = outer.start;
  for (const node of nodes) {
    expect(node.start).toBeGreaterThanOrEqual(from);
    expect(node.end).toBeGreaterThanOrEqual(node.start);
    expect(node.end).toBeLessThanOrEqual(outer.end);
    from = node.end;
    if (node.type === "group") expectNested(node.body, node);
    if (node.type === "fraction" || node.type === "binomial") expectNested([...node.top, ...node.bottom], node);
    if (node.type === "root") expectNested([...(node.degree ?? []), ...node.body], node);
    if (node.type === "table") for (const row of node.rows) for (const cell of row) expectNested(cell, node);
    if (node.sub !== undefined) expectNested(node.sub, node);
    if (node.sup !== undefined) expectNested(node.sup, node);
  }
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TexError) return undefined;
    throw error;
  }
}
