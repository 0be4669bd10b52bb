import type { CodeItem } from "@high-recall/core";
import { expect, test } from "vitest";
import { sampleOf } from "../src/index.ts";
import { items } from "./items.ts";

/** The lines that a card shows of a sample, a dot for each gap. */
function shown(lines: readonly string[], keyLines: readonly number[]): string[] | undefined {
  const code = { type: "code", lang: "python", value: lines.join("\n"), data: { tokens: [] } };
  const sample = sampleOf({ ...items.code, lead: [code], keyLines } as unknown as CodeItem);
  return sample?.shown.flatMap((run, index) => [
    ...(index === 0 ? [] : ["…"]),
    ...run.map((at) => lines[at - 1] ?? ""),
  ]);
}

test("a short sample is shown without what only imports or prints", () => {
  const lines = [
    "import a",
    "from b import (",
    "    c,",
    ")",
    "",
    "x = 1",
    "",
    "",
    "def f():",
    "    y = 2",
    "",
    "    return y",
    "",
    "print(f())",
  ];
  expect(shown(lines, [10])).toEqual(["x = 1", "", "def f():", "    y = 2", "", "    return y"]);
});

test("of a long sample the parts with key lines are shown", () => {
  const long = Array.from({ length: 30 }, (_, index) => `a${index} = 0`);
  const lines = ["def f():", "    return 1", "", ...long, "", "b = f()", "c = b"];
  expect(shown(lines, [2, 36])).toEqual(["def f():", "    return 1", "…", "b = f()", "c = b"]);
});

test("a sample without key lines has no blanks", () => {
  expect(shown(["x = 1"], [])).toBeUndefined();
  expect(shown(["x = 1"], [7])).toBeUndefined();
});
