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

/** Rows under which a column may end, each with its cost; a statement, a block's head and an import stub are dear. */
const cheap = (source: string) => {
  const rows = source.split("\n").filter(Boolean);
  return costsOf(source).flatMap((cost, index) => (cost < 600 ? [rows[index]?.trim()] : []));
};

describe("code", () => {
  test("is cut between statements, not inside of one", () => {
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

  test("is cut after a semicolon where statements end with one", () => {
    const rows = ["create table a (", "  b);", "select b,", "  c", "from a", "where b;", "select 1;", "x;", "y;", "z;"];
    expect(cheap(rows.join("\n"))).toEqual(["b);", "where b;", "select 1;"]);
  });

  test("is never cut inside a string that goes on", () => {
    const line = (text: string, scope?: Token["scope"]): Token[] => [scope ? { text, scope } : { text }];
    const string = ['data = """a,b', "1,2", "3,4", '5,6"""'].map((text) => line(text, "string"));
    const rest = Array.from({ length: 6 }, () => line("call"));
    const costs = codeBreakCosts(rowsOf([...string, ...rest]));
    expect(Math.min(...costs.slice(0, 3))).toBeGreaterThan(Math.max(...costs.slice(3, 6)));
  });

  test("is rather cut at a blank line than at another, and the less the deeper", () => {
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

  test("leaves at least two rows on either side, whatever it says", () => {
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

test("a short output is never cut", () => {
  for (let count = 2; count <= 8; count++) {
    const rows = rowsOf(Array.from({ length: count }, () => [{ text: "printed" }]));
    expect(Math.min(...outputBreakCosts(rows))).toBe(columnBreak.forbidden);
  }
});
