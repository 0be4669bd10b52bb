import { compareText } from "@high-recall/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inStudyOrder, type Ordered } from "../src/link/study-order.ts";

interface Grouped extends Ordered {
  readonly group: string;
}

/** Items with needs in any direction: cycles, self-references and unknown ids included. */
const items: fc.Arbitrary<Grouped[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 40 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          after: fc.array(fc.constantFrom(...ids, "unknown"), { maxLength: 2 }),
          difficulty: fc.constantFrom("easy", "medium", "hard", undefined),
          group: fc.constantFrom("g", "h", "other"),
        }),
      ),
    ),
  );

const groups = ["h", "g"];

/** Searches all remaining items for the next one, again and again. */
function naiveStudyOrder(given: readonly Grouped[]): Grouped[] {
  const rank = ({ group }: Grouped) => (groups.includes(group) ? groups.indexOf(group) : groups.length);
  const level = ({ difficulty }: Grouped) => Math.max(0, ["easy", "medium", "hard"].indexOf(difficulty ?? "easy"));
  const left = [...given].sort((a, b) => rank(a) - rank(b) || level(a) - level(b) || compareText(a.id, b.id));
  const ordered: Grouped[] = [];
  for (;;) {
    const next = left.findIndex(({ after }) => !left.some(({ id }) => after.includes(id)));
    if (next < 0) return [...ordered, ...left];
    ordered.push(...left.splice(next, 1));
  }
}

describe("the study order", () => {
  test("equals that of a naive search for the next item", () => {
    fc.assert(
      fc.property(items, (given) => {
        expect(inStudyOrder(given, groups, ({ group }) => group)).toEqual(naiveStudyOrder(given));
      }),
      { numRuns: 500 },
    );
  });
});
