import { Lines } from "@high-recall/core";
import { checkFile, checkText, checkTree, type Finding, type ParsedFile, type RuleSet } from "@high-recall/rules";
import { findCodeFaults } from "../code/code-faults.ts";
import { isDraft } from "../front-matter/draft.ts";
import { parseFile, parseTree } from "../parse/parse-file.ts";
import type { ParserName } from "../parse/parse-markdown.ts";
import type { SourceFile } from "../read/read-topic.ts";
import type { TopicContext } from "../read/topic-context.ts";

/** What came of parsing and checking a file. */
export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** Undefined when its text or tree must not be looked at further. */
  readonly parsed: ParsedFile | undefined;
  /** Whether it is an unfinished item, which is published nowhere. */
  readonly isDraft: boolean;
}

/** Parses a file and checks it: text, tree, then everything else in one walk. */
export async function parseAndCheck(
  source: SourceFile,
  context: TopicContext,
  rules: RuleSet,
  parser: ParserName,
): Promise<CheckedFile> {
  let lines: Lines | undefined;
  const placeOf = (start: number, end: number) => {
    lines ??= new Lines(source.text);
    return lines.placeOf(start, end);
  };
  const text = checkText(rules, source.text, placeOf);
  const couldBeDraft = source.name !== "README.md";
  const unparsed = { parsed: undefined, isDraft: couldBeDraft && isDraft(source.text, undefined) };
  if (!text.goesOn) return { findings: text.findings, ...unparsed };
  const parsedTree = parseTree(source.text, parser);
  const tree = checkTree(rules, parsedTree.nodes, placeOf);
  if (!tree.goesOn) return { findings: [...text.findings, ...tree.findings], ...unparsed };
  const asksForCode = rules.file.some(({ rule }) => rule.name === "code-syntax");
  const codeFaults = asksForCode ? await findCodeFaults(parsedTree.nodes) : undefined;
  const parsed = await parseFile(source, parsedTree, context, parser, codeFaults);
  return {
    findings: [...text.findings, ...tree.findings, ...checkFile(rules, parsed)],
    parsed,
    isDraft: couldBeDraft && isDraft(source.text, parsed.front),
  };
}
