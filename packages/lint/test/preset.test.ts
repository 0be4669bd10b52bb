import { expect, test } from "vitest";
import { createPreset } from "../src/index.ts";
import { check } from "./check.ts";

const withTable = "---\nid: adam\nkind: question\n---\n\n| a | b |\n| --- | --- |\n| 1 |\n";

test("a rule that is off is silent, the others are not", () => {
  const rulesThatSpoke = (rules: Record<string, unknown>) =>
    new Set(check(withTable, { rules }).map((message) => message.ruleId));
  expect(rulesThatSpoke({})).toContain("table-shape");
  const spoke = rulesThatSpoke({ "table-shape": false });
  expect(spoke).not.toContain("table-shape");
  expect(spoke).toContain("required-sections");
});

test("a file of no known kind, such as a topic's page, is held to the rules of all files only", () => {
  const page = "---\nid: optimization\n---\n\n## What else\n\nText.\n\n## Any name\n\n";
  expect(check(`${page}Text.\n`)).toEqual([]);
  expect(check(page).map((message) => message.ruleId)).toEqual(["no-empty-section"]);
});

test("`true` leaves a rule as it is", () => {
  expect(createPreset({ rules: { "lead-length": true } }).plugins).toHaveLength(createPreset().plugins?.length ?? -1);
});

test.for([
  [{ "led-length": 3 }, "Unexpected rule `led-length`, expected `lead-length`"],
  [
    { "no-such-rule-anywhere": 3 },
    /^Unexpected rule `no-such-rule-anywhere`, expected the name of a rule: code-fences, /,
  ],
  [
    { "no-html": { allow: ["b"] } },
    'Unexpected option `{"allow":["b"]}` of rule `no-html`, expected nothing: the rule has no options (`false` turns it off)',
  ],
  [
    { "lead-length": { question: "many" } },
    'Unexpected option `{"question":"many"}` of rule `lead-length`, expected numbers of words by kind, such as `{question: 80, term: 60}`',
  ],
  [
    { "lead-length": { path: 3 } },
    'Unexpected option `{"path":3}` of rule `lead-length`, expected numbers of words by kind, such as `{question: 80, term: 60}`',
  ],
  [
    { "design-steps": "requirements" },
    'Unexpected option `"requirements"` of rule `design-steps`, expected a list of headings, such as `[requirements, metrics]`',
  ],
  [
    { "fence-language": [] },
    "Unexpected option `[]` of rule `fence-language`, expected a list of languages, such as `[python, sql, text, output]`",
  ],
  [
    { "formula-width": "wide" },
    'Unexpected option `"wide"` of rule `formula-width`, expected the most that a formula may be wide, in em, such as 45',
  ],
  [
    { printable: "latin" },
    'Unexpected option `"latin"` of rule `printable`, expected nothing: the fonts decide (`false` turns the rule off)',
  ],
] as [Record<string, unknown>, string | RegExp][])(
  "the options %j are an error that says what was expected",
  ([rules, message]) => {
    expect(() => createPreset({ rules })).toThrow(message);
  },
);
