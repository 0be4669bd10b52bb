import { expect, test } from "vitest";
import { textOf } from "../src/index.ts";
import { curriculum } from "./curriculum.ts";

test("a body reads as plain text, with lists, tables and figures", () => {
  const question = curriculum.topics[1]?.items[0];
  expect(textOf(question?.sections[0]?.blocks ?? [])).toBe(
    [
      "Temperature",
      "",
      "Core and crust: Two curves meet",
      "",
      "Cut\tMinutes",
      "Steak\t5",
      "Roast\t20",
      "",
      "2. tent it",
      "3. wait",
      "   - [x] warm plate",
      "   - [ ] sharp knife",
      "",
      "Patience.",
    ].join("\n"),
  );
});
