import fc from "fast-check";
import { expect, test } from "vitest";
import { compareMessages, hasError, type Message } from "../src/index.ts";

const point = fc.record({
  line: fc.integer({ min: 1, max: 3 }),
  column: fc.integer({ min: 1, max: 3 }),
  offset: fc.nat(9),
});
const message: fc.Arbitrary<Message> = fc.record({
  file: fc.constantFrom("a/b.md", "a/c.md", "a.md", "A.md"),
  place: fc.record({ start: point, end: point }),
  rule: fc.constantFrom("no-html", "nesting"),
  severity: fc.constantFrom("error", "warning"),
  text: fc.constantFrom("a", "b", "é"),
  url: fc.constant(""),
  fixes: fc.constant([]),
  related: fc.constant([]),
});

const shown = ({ file, place: { start, end }, rule, text }: Message) => [
  file,
  start.line,
  start.column,
  end.line,
  end.column,
  rule,
  text,
];

test("messages are in a total order: by file, place, rule and text", () => {
  fc.assert(
    fc.property(message, message, message, (one, two, three) => {
      expect(Math.sign(compareMessages(one, two))).toBe(0 - Math.sign(compareMessages(two, one)));
      if (compareMessages(one, two) <= 0 && compareMessages(two, three) <= 0) {
        expect(compareMessages(one, three)).toBeLessThanOrEqual(0);
      }
      const isSame = JSON.stringify(shown(one)) === JSON.stringify(shown(two));
      expect(compareMessages(one, two) === 0).toBe(isSame);
    }),
  );
});

test("sorted messages are grouped by file, each from its first line to its last", () => {
  fc.assert(
    fc.property(fc.array(message), (messages) => {
      const sorted = [...messages].sort(compareMessages);
      for (const [index, { file, place }] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next === undefined) continue;
        expect(next.file >= file).toBe(true);
        if (next.file === file) expect(next.place.start.line).toBeGreaterThanOrEqual(place.start.line);
      }
    }),
  );
});

test("warnings alone do not stop publishing", () => {
  fc.assert(
    fc.property(fc.array(message), (messages) => {
      const warnings = messages.map((each) => ({ ...each, severity: "warning" as const }));
      expect(hasError(warnings)).toBe(false);
      expect(hasError(messages)).toBe(JSON.stringify(messages) !== JSON.stringify(warnings));
    }),
  );
});
