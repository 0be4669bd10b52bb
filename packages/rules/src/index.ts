export {
  type Checked,
  checkEntry,
  checkFile,
  checkIssues,
  checkLinks,
  checkText,
  checkTree,
  type Finding,
} from "./check.ts";
export { keyLinesOf, solutionIn } from "./code-fence.ts";
export { faultsInValue, wordsFor } from "./content/printable.ts";
export type { DirectoryEntry } from "./directory-entry.ts";
export { texOf } from "./formula-offsets.ts";
export { flatten } from "./fragment.ts";
export { isMap } from "./front-values.ts";
export { invisibles } from "./invisible-characters.ts";
export type { KeyPath } from "./key-path.ts";
export { largestMarkdown } from "./limits.ts";
export {
  type FileFacts,
  type ItemFacts,
  type LinkIndex,
  type LostItem,
  linkIndex,
  type Reference,
  type SampleFacts,
} from "./link-index.ts";
export { comparableWords } from "./links/terms.ts";
export { type MarkPoint, pairMarkSigns } from "./mark-signs.ts";
export {
  type At,
  type CodeFault,
  type Fragment,
  type KeyReference,
  keyAt,
  type ParsedFile,
  type ParsedFrontMatter,
  type Phrase,
  type PlacedNode,
  type SectionNodes,
  valueAt,
  type YamlFault,
} from "./parsed-file.ts";
export type { Checks, Details, Report, ReportIn, Rule, RuleGroup, RuleOptions } from "./rule.ts";
export { createRuleSet, type RuleSet } from "./rule-set.ts";
export { type ListedRule, ruleNamed, rules } from "./rules.ts";
export type { Expectation, SchemaIssue } from "./schema-issue.ts";
export { figurePath } from "./structure/figure-exists.ts";
export { deepestNesting } from "./structure/nesting.ts";
export { linkTarget, withoutPart } from "./structure/relative-links.ts";
export { type UrlNode, type UrlUse, urlUse } from "./urls.ts";
