import { Lines } from "@high-recall/core";
import { createRuleSet } from "@high-recall/rules";
import * as fc from "fast-check";
import type { Code } from "mdast";
import { describe, expect, test } from "vitest";
import { findCodeFaults } from "../src/code/code-faults.ts";
import { isWorthParsing } from "../src/code/nesting.ts";
import { statementsOf } from "../src/code/sql-statements.ts";

const languages = ["python", "sql", "javascript", "typescript", "bash"];

async function faultOf(lang: string, value: string) {
  const node: Code = { type: "code", lang, value };
  return (await findCodeFaults([{ node, parent: undefined, depth: 0 }])).get(node);
}

/** Where a fault is, as the text of the code there. */
async function placeOf(lang: string, value: string): Promise<string | undefined> {
  const fault = await faultOf(lang, value);
  if (fault === undefined) return undefined;
  const { start, end } = new Lines(value).placeOf(fault.start, fault.end);
  return `${start.line}:${start.column} ${value.slice(fault.start, fault.end)}|${end.line - start.line}`;
}

describe("code that its language accepts has no fault", () => {
  test.each([
    ["python", "return await x"],
    ["python", "type A[T] = list[T]\nx: A[int] = [...]\nmatch x:\n    case [*_]: pass"],
    ["python", "def f(): ..."],
    ["sql", "select a::int, b ->> 'k' from t where c ilike any(array['x']) limit 5 offset $1"],
    ["sql", "with w as materialized (select 1) select * from w cross join lateral (select 2) l"],
    ["sql", "create table t (a, b);\ninsert or ignore into t values (?, :b);\nselect a == b, `a`, [b] from t;"],
    ["sql", "create trigger g after insert on t begin select case when 1 then 2 end; select 3; end;\nselect 1"],
    ["sql", "explain query plan select 1; pragma foreign_keys = on; select 1 glob 'x'"],
    ["sql", "-- nothing; at all\nselect 1 -- done"],
    ["javascript", "import a from 'b'; await a; return; export default a;"],
    ["typescript", "@dec class A<T> { constructor(private x: T) {} }\nenum B { C }\nconst f = <T,>(x: T) => x!;"],
    ["bash", "$ pip install x"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Bash has them too
    ["bash", "a=(1 2); [[ $a =~ x ]] && echo ${a[@]:1} <<< here; cat <<'E'\n(\nE"],
    ["text", "if ("],
    ["output", "Traceback ("],
  ])("%s: %s", async (language, code) => {
    expect(await faultOf(language, code)).toBeUndefined();
    expect(await faultOf(language, code.replaceAll("\n", "\r\n"))).toBeUndefined();
  });
});

describe("a fault is where it is", () => {
  test.each([
    ["python", "x = 1\ny = '😀' + )", "2:12 )|0"],
    ["python", "print(1", "1:8 |0"],
    ["python", "if x:\ny", "2:1 y|0"],
    ["python", "x = …", "1:5 …|0"],
    ["sql", "select '😀é' from t;\nselect '😀' from from t", "2:18 from|0"],
    ["sql", "create table t (a, b);\nselec 1;", "2:1 selec|0"],
    ["sql", "select a,", "1:10 |0"],
    ["javascript", "const a = '😀';\nf('é', ]", "2:8 ]|0"],
    ["typescript", "let a: '😀' = ;", "1:15 ;|0"],
    ["bash", "echo '😀é'; done", "1:13 done|0"],
  ])("%s: %s", async (language, code, expected) => {
    expect(await placeOf(language, code)).toBe(expected);
  });
});

describe("code of strangers", () => {
  const hostile = (count: number) =>
    [
      "(",
      "[",
      "{",
      "-",
      "!",
      "not ",
      "a=",
      "x=>",
      "if(x)",
      "`${",
      "<T>(",
      "a<(",
      "a?(b)=>(",
      "$(",
      "'",
      "case ",
      "lambda:",
      "f'{",
      "a if b else ",
      "1+",
      "<<E\n",
      "/*",
      "--",
      "async(",
      "a?b:",
    ].map((part) => part.repeat(count));

  test.each(languages)("of any shape is parsed or left alone, without a crash: %s", async (language) => {
    for (const code of [...hostile(15), ...hostile(300), ...hostile(20_000)]) {
      const fault = await faultOf(language, code);
      if (fault === undefined) continue;
      expect(fault.start).toBeGreaterThanOrEqual(0);
      expect(fault.end).toBeGreaterThanOrEqual(fault.start);
      expect(fault.end).toBeLessThanOrEqual(code.length);
    }
    expect(await faultOf(language, "(((")).toBeDefined();
  });

  test("is never placed outside of the code", async () => {
    const codes = fc.string({
      unit: fc.constantFrom("a", "(", "'", "é", "😀", "\n", "\r\n", " ", ";", "=", "\0", "\ud800"),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...languages), codes, async (language, code) => {
        const fault = await faultOf(language, code);
        if (fault === undefined) return;
        expect(fault.start).toBeGreaterThanOrEqual(0);
        expect(fault.end).toBeGreaterThanOrEqual(fault.start);
        expect(fault.end).toBeLessThanOrEqual(code.length);
      }),
      { numRuns: 200 },
    );
  });

  test("is not parsed if it is nested too deep or too long", () => {
    expect(isWorthParsing("(".repeat(100), "python")).toBe(true);
    expect(isWorthParsing("(".repeat(101), "python")).toBe(false);
    expect(isWorthParsing("f<T>(".repeat(7), "typescript")).toBe(false);
    expect(isWorthParsing("f<T>(x);\n".repeat(700), "typescript")).toBe(true);
    expect(isWorthParsing("x\n".repeat(30_000), "bash")).toBe(false);
  });

  test("is split at its semicolons in linear time", () => {
    expect(statementsOf(`${"'".repeat(20_001)};`.repeat(2)).length).toBeGreaterThan(0);
    expect(statementsOf("select 1;".repeat(5000))).toHaveLength(5000);
  });
});

test("no parser is loaded for a topic that is compiled: its rules do not ask", () => {
  expect(createRuleSet({ only: "structure" }).file.map(({ rule }) => rule.name)).not.toContain("code-syntax");
});
