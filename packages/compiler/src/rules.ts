/** What the compiler checks; each is explained in rules.md, which a test compares with this list. */
export const rules = [
  "after-cycle",
  "byte-order-mark",
  "closed-subset",
  "display-math",
  "edition-topic",
  "fence-language",
  "fence-meta",
  "figure-alone",
  "figure-alt",
  "figure-exists",
  "figure-readable",
  "figure-safe",
  "file-name",
  "file-size",
  "formerly-free",
  "formula-lead",
  "formula-syntax",
  "front-matter",
  "heading-depth",
  "id-matches-file",
  "inline-markdown",
  "invisible-character",
  "link-target",
  "missing-key",
  "nesting",
  "reference-exists",
  "retired-gone",
  "section-name",
  "symbolic-link",
  "table-pipe",
  "topic-page",
  "unequal-row",
  "unexpected-value",
  "unique-id",
  "unique-title",
  "unknown-key",
  "utf-8",
  "yaml-alias",
  "yaml-duplicate-key",
  "yaml-syntax",
] as const;
export type Rule = (typeof rules)[number];

/** Where a rule is explained. */
export function ruleUrl(rule: Rule): string {
  return `https://github.com/high-recall/high-recall/blob/main/packages/compiler/rules.md#${rule}`;
}
