import type { Token } from "@high-recall/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnBreak } from "../src/costs.ts";
import { codeBreakCosts, outputBreakCosts } from "../src/measure/code-breaks.ts";
import type { Row } from "../src/measure/code-rows.ts";
import { fence } from "./support/build.ts";

const rowsOf = (lines: readonly (readonly Token[])[]): Row[] => {
  let blankLines = 0;
  return lines.flatMap((tokens) => {
    if (tokens.length === 0) {
      blankLines += 1;
      return [];
    }
    const row = { tokens, isContinued: false, blankLines };
    blankLines = 0;
    return [row];
  });
};
const costsOf = (source: string) => codeBreakCosts(rowsOf(fence("python", source).data.tokens));

/** Rows after which a column break is cheap. */
const cheap = (source: string) => {
  const rows = source.split("\n").filter(Boolean);
  return costsOf(source).flatMap((cost, index) => (cost < 600 ? [rows[index]?.trim()] : []));
};

describe("a column break in code", () => {
  test("is cheap between statements, expensive inside one", () => {
    const source = [
      "import numpy",
      "from sklearn import (",
      "    one,",
      "    two,",
      ")",
      "",
      "first = call(",
      "    one,",
      "    [two,",
      "     three])",
      "second = 2",
      "if second:",
      "    third = 3",
      "else:",
      "    third = 4",
      "# says what follows",
      "fourth = 4",
      "@decorated",
      "def fifth():",
      "    return 5",
      "print(1)",
      "print(2)",
      "print(3)",
    ].join("\n");
    expect(cheap(source)).toEqual(["three])", "second = 2", "third = 4", "fourth = 4", "return 5"]);
  });

  test("is cheap after a semicolon in languages that have them", () => {
    const rows = ["create table a (", "  b);", "select b,", "  c", "from a", "where b;", "select 1;", "x;", "y;", "z;"];
    expect(cheap(rows.join("\n"))).toEqual(["b);", "where b;", "select 1;"]);
  });

  test("costs more inside a multi-line string than after it", () => {
    const line = (text: string, scope?: Token["scope"]): Token[] => [scope ? { text, scope } : { text }];
    const string = ['data = """a,b', "1,2", "3,4", '5,6"""'].map((text) => line(text, "string"));
    const rest = Array.from({ length: 6 }, () => line("call"));
    const costs = codeBreakCosts(rowsOf([...string, ...rest]));
    expect(Math.min(...costs.slice(0, 3))).toBeGreaterThan(Math.max(...costs.slice(3, 6)));
  });

  test("is cheapest at a blank line and costs more with depth", () => {
    const body = Array.from({ length: 12 }, (_, index) => `    a${index} = ${index}`);
    const source = [
      "v = 1",
      "w = 2",
      "x = 3",
      "y = 4",
      "",
      "z = 5",
      "def f():",
      ...body.slice(0, 6),
      "",
      ...body.slice(6),
    ];
    const costs = costsOf([...source, ...Array(4).fill("w = 1")].join("\n"));
    const [top, afterBody] = [costs[3] ?? 0, costs.at(-4) ?? 0];
    const inBody = costs.slice(8, 10);
    expect(top).toBeLessThan(afterBody);
    for (const cost of inBody) expect(cost).toBeGreaterThan(afterBody);
    expect(costs[11]).toBeLessThan(costs[10] ?? 0);
  });

  test("is forbidden next to the first and the last row", () => {
    const words = fc.constantFrom("a = 1", "", "    b(", ")", "import x", "# c", "d;", "else:", '"e"', "[", "}");
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 30 }), fc.boolean(), (source, isOutput) => {
        const rows = rowsOf(fence("python", source.join("\n")).data.tokens);
        const costs = isOutput ? outputBreakCosts(rows) : codeBreakCosts(rows);
        expect(costs).toHaveLength(Math.max(0, rows.length - 1));
        for (const cost of [costs[0], costs.at(-1)]) if (cost !== undefined) expect(cost).toBe(columnBreak.forbidden);
      }),
    );
  });
});

test("a column break in short output is forbidden", () => {
  for (let count = 2; count <= 8; count++) {
    const rows = rowsOf(Array.from({ length: count }, () => [{ text: "printed" }]));
    expect(Math.min(...outputBreakCosts(rows))).toBe(columnBreak.forbidden);
  }
});
