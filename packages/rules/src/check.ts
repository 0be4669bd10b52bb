import type { Place } from "@high-recall/core";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { LinkIndex } from "./link-index.ts";
import type { At, Fragment, ParsedFile, PlacedNode } from "./parsed-file.ts";
import type { Details, Report } from "./rule.ts";
import type { RuleSet } from "./rule-set.ts";
import type { ListedRule } from "./rules.ts";
import type { SchemaIssue } from "./schema-issue.ts";

/** What a rule found, before keys and values of front matter are placed. */
export interface Finding {
  readonly rule: ListedRule;
  readonly text: string;
  readonly at: At;
  readonly details: Details;
}

/** Findings, and whether the next stage may go on. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly goesOn: boolean;
}

type PlaceOf = (start: number, end: number) => Place;

/** Checks a file or folder as the disk has it. */
export function checkEntry(rules: RuleSet, entry: DirectoryEntry): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, check } of rules.entry) check(entry, reportTo(findings, rule));
  return findings;
}

/** Checks the text of a file before it is parsed. */
export function checkText(rules: RuleSet, text: string, placeOf: PlaceOf): Checked {
  const findings: Finding[] = [];
  let goesOn = true;
  for (const { rule, check } of rules.text) {
    if (check(text, reportTo(findings, rule), placeOf) === false) goesOn = false;
  }
  return { findings, goesOn };
}

/** Checks that a tree can be walked by recursion. */
export function checkTree(rules: RuleSet, nodes: readonly PlacedNode[], placeOf: PlaceOf): Checked {
  const findings: Finding[] = [];
  let goesOn = true;
  for (const { rule, check } of rules.tree) {
    if (check(nodes, reportTo(findings, rule), placeOf) === false) goesOn = false;
  }
  return { findings, goesOn };
}

/** Turns issues of a schema into findings. */
export function checkIssues(rules: RuleSet, issues: readonly SchemaIssue[]): Finding[] {
  const findings: Finding[] = [];
  if (issues.length === 0) return findings;
  for (const { rule, check } of rules.issues) check(issues, reportTo(findings, rule));
  return findings;
}

/** Checks a parsed file: one walk for all rules. */
export function checkFile(rules: RuleSet, file: ParsedFile): Finding[] {
  const findings = checkIssues(rules, file.front.issues);
  for (const { rule, check } of rules.file) check(file, reportTo(findings, rule));
  walk(rules.nodes, file, file.body, findings);
  for (const phrase of file.front.phrases.values()) walk(rules.phrases, file, phrase, findings);
  return findings;
}

function walk(checksOf: RuleSet["nodes"], file: ParsedFile, fragment: Fragment, findings: Finding[]): void {
  const reports = new Map<ListedRule, Report>();
  for (const { node, parent } of fragment.nodes) {
    const checks = checksOf(node.type);
    if (checks.length === 0) continue;
    const context = { file, fragment, parent };
    for (const { rule, check } of checks) {
      const report = reports.get(rule) ?? reportTo(findings, rule);
      reports.set(rule, report);
      check(node, report, context);
    }
  }
}

/** Runs the checks of links; findings by the path of their file. */
export function checkLinks(rules: RuleSet, index: LinkIndex): { file: string; finding: Finding }[] {
  const found: { file: string; finding: Finding }[] = [];
  for (const { rule, check } of rules.links) {
    check(index, (file, text, at, details = {}) => void found.push({ file, finding: { rule, text, at, details } }));
  }
  return found;
}

function reportTo(findings: Finding[], rule: ListedRule): Report {
  return (text, at, details = {}) => void findings.push({ rule, text, at, details });
}
