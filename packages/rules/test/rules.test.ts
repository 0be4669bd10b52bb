import { expect, test } from "vitest";
import { checkEntry, createRuleSet, ruleNamed, rules } from "../src/index.ts";

/** Names are part of messages, edition.yaml and links: do not change them lightly. */
const names = `
  byte-order-mark closed-fence closed-subset conflict-marker display-math fence-language fence-meta figure-alone
  figure-alt figure-exists figure-readable figure-safe figure-script file-name file-size folder-name formula-first formula-syntax
  front-matter heading-depth id-matches-file inline-markdown interrupted-paragraph invisible-character missing-key
  nesting no-html no-nested-heading no-stray-item relative-links safe-urls section-name symbolic-link table-pipe
  table-shape topic-page underlined-heading unexpected-value unknown-key utf-8 yaml-alias yaml-comment
  yaml-duplicate-key yaml-syntax

  accidental-markup code-fences code-syntax design-steps entity-semicolon formula-example formula-has-example
  formula-mutants formula-symbols formula-width hard-break heading-sign ignored-definition inline-math key-lines
  known-sections lead-blocks lead-length lead-present leftover-block leftover-link leftover-sign link-text list-numbers
  lone-dollar no-empty-section no-idle-key no-repeated-entry path-steps prefer-https printable question-follow-ups
  required-sections section-marks section-order short-sentence sources-and-verified tex-delimiters topic-in-edition
  unpaired-mark verified-day

  after-cycle edition-topic essential-count formerly-free near-duplicate part-of-whole reference-exists released-kept
  retired-gone tag-spelling unique-id unique-title

  figure-drawn sample-output sample-runs sample-stale sample-steady
`
  .trim()
  .split(/\s+/);

test("these are all rules, and no two share a name", () => {
  expect(rules.map(({ name }) => name)).toEqual(names);
  expect(new Set(names).size).toBe(names.length);
});

test("a rule is found by its name", () => {
  for (const rule of rules) expect(ruleNamed(rule.name)).toBe(rule);
  expect(() => ruleNamed("lead-lenght")).toThrow("No rule is called lead-lenght");
});

const fileRules = (options: Parameters<typeof createRuleSet>[0]) =>
  createRuleSet(options).file.map(({ rule }) => rule.name);

test("a rule that is off is not called, and the others are", () => {
  const all = fileRules({});
  expect(all).toContain("lead-length");
  expect(fileRules({ rules: { "lead-length": false } })).toEqual(all.filter((name) => name !== "lead-length"));
});

test("`true` leaves a rule as it is", () => {
  expect(fileRules({ rules: { "lead-length": true } })).toEqual(fileRules({}));
});

test("`only` limits the checks to one group", () => {
  const groups = new Set(createRuleSet({ only: "structure" }).file.map(({ rule }) => rule.group));
  expect([...groups]).toEqual(["structure"]);
});

test.each(rules)("only a rule of `content` may be turned off: $name", ({ name, group }) => {
  const off = () => createRuleSet({ rules: { [name]: false } });
  if (group === "content") expect(off).not.toThrow();
  else expect(off).toThrow(`Rule \`${name}\` cannot be turned off: only rules of \`content\` can`);
});

test.each([
  [{ "led-length": 3 }, "No rule is called `led-length`: did you mean `lead-length`?"],
  [
    { "no-such-rule-anywhere": 3 },
    /^No rule is called `no-such-rule-anywhere`: the rules are byte-order-mark, closed-fence, /,
  ],
  [
    { "no-html": { allow: ["b"] } },
    'Rule `no-html` cannot use the option `{"allow":["b"]}`: expected nothing: the rule has no options',
  ],
  [
    { "link-text": 3 },
    "Rule `link-text` cannot use the option `3`: expected nothing: the rule has no options (`false` turns it off)",
  ],
  [
    { "lead-length": { question: "many" } },
    'Rule `lead-length` cannot use the option `{"question":"many"}`: expected numbers of words by kind, such as `{question: 80, term: 60}`',
  ],
  [
    { "lead-length": { path: 3 } },
    'Rule `lead-length` cannot use the option `{"path":3}`: expected numbers of words by kind, such as `{question: 80, term: 60}`',
  ],
  [
    { "lead-length": { question: 0 } },
    'Rule `lead-length` cannot use the option `{"question":0}`: expected numbers of words by kind',
  ],
  [
    { "design-steps": "requirements" },
    'Rule `design-steps` cannot use the option `"requirements"`: expected a list of headings, such as `[requirements, metrics]`',
  ],
  [{ "design-steps": ["!?"] }, 'Rule `design-steps` cannot use the option `["!?"]`: expected a list of headings'],
  [
    { "fence-language": [] },
    /^Rule `fence-language` cannot use the option `\[\]`: expected a list of some of these languages: python, sql, /,
  ],
  [
    { "fence-language": ["cobol"] },
    /^Rule `fence-language` cannot use the option `\["cobol"\]`: expected a list of some of these languages/,
  ],
  [
    { "formula-width": "wide" },
    'Rule `formula-width` cannot use the option `"wide"`: expected the largest width of a formula in em, such as `45`',
  ],
  [
    { printable: "latin" },
    'Rule `printable` cannot use the option `"latin"`: expected nothing: the fonts decide (`false` turns the rule off)',
  ],
] as [Record<string, unknown>, string | RegExp][])(
  "the error for options %j says what to write",
  (options, message) => {
    expect(() => createRuleSet({ rules: options })).toThrow(message);
  },
);

test("a drawing of more than 1 MiB is too large, whatever it draws", () => {
  const figure = (units: number) => ({
    ...{ type: "figure" as const, path: "t/figures/a.svg", name: "a.svg", faults: [] },
    text: "x".repeat(units),
  });
  const sizes = createRuleSet({ only: "structure" });
  const found = (units: number) => checkEntry(sizes, figure(units)).map(({ rule }) => rule.name);
  expect(found(1024 * 1024)).toEqual([]);
  expect(found(1.6 * 1024 * 1024)).toEqual(["file-size"]);
});
