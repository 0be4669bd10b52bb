import { expect, test } from "vitest";
import { product } from "../src/index.ts";

const faults = (entry: unknown): string[] => {
  const result = product.safeParse(entry);
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
};

test("a sheet defaults to four columns in colour on A4", () => {
  expect(product.parse({ layout: "sheet", path: "pdf/a.pdf" })).toEqual({
    layout: "sheet",
    path: "pdf/a.pdf",
    paper: "a4",
    ink: "colour",
    columns: 4,
    begin: "anywhere",
    order: "study",
    size: 7.5,
  });
});

test.each(["../a.pdf", "/a.pdf", "a/../b.pdf", "a.txt", ""])("the path %j is refused", (path) => {
  expect(faults({ layout: "sheet", path }).length).toBeGreaterThan(0);
});

test("the path holds `{topic}` if and only if there is a sheet per topic", () => {
  expect(faults({ layout: "sheet", path: "a.pdf", each: "topic" })).toEqual([
    "path: Expected `{topic}` in the path when `each: topic` is set, and only then",
  ]);
  expect(faults({ layout: "sheet", path: "{topic}.pdf" })).toHaveLength(1);
});

test("names an unknown key and an unknown layout", () => {
  expect(faults({ layout: "sheet", path: "a.pdf", colums: 3 })[0]).toContain("colums");
  expect(faults({ layout: "poster", path: "a.pdf" })[0]).toContain("layout");
});
