import { compareMessages, hasError, type Message, type Topic } from "@high-recall/core";
import { checkEntry, type FileFacts, type ParsedFile, type RuleSet } from "@high-recall/rules";
import { type CheckedFile, parseAndCheck } from "./check/check-file.ts";
import { asWarning, type FileFinding, placeFindings } from "./check/place-findings.ts";
import type { CompiledTopic } from "./compiled-topic.ts";
import { factsOf } from "./link/file-facts.ts";
import { inStudyOrder } from "./link/study-order.ts";
import { loadHighlight } from "./lower/highlight.ts";
import { lowerItem, lowerPage } from "./lower/lower-item.ts";
import type { ParserName } from "./parse/parse-markdown.ts";
import type { TopicSource } from "./read/read-topic.ts";
import { contextOf, type TopicContext } from "./read/topic-context.ts";

export interface CompileOptions {
  readonly rules: RuleSet;
  readonly parser?: ParserName;
}

/** The result of checking a file; small enough to be kept and cached for thousands of files. */
export interface FileReport {
  /** As messages show it. */
  readonly path: string;
  /** In the order of their places. */
  readonly messages: readonly Message[];
  /** What checks of links need to know about the file; undefined when it cannot be parsed. */
  readonly facts: FileFacts | undefined;
  /** Whether it is an unfinished item: all of its messages are warnings, and it is published nowhere. */
  readonly isDraft: boolean;
}

/** Checks the entries of a folder, before anything is parsed. Sorted by path. */
export async function checkEntries(
  source: Pick<TopicSource, "entries">,
  { rules }: CompileOptions,
): Promise<Message[]> {
  const findings = source.entries.flatMap((entry) =>
    checkEntry(rules, entry).map((finding) => ({ file: entry.path, finding })),
  );
  return (await placeFindings(findings, () => undefined)).sort(compareMessages);
}

/** Parses and checks one file. Its tree is not kept. */
export async function checkSource(
  file: TopicSource["files"][number],
  context: TopicContext,
  options: CompileOptions,
): Promise<FileReport> {
  return reportOf(file, await parseAndCheck(file, context, options.rules, options.parser ?? "satteri"));
}

async function reportOf(file: TopicSource["files"][number], checked: CheckedFile): Promise<FileReport> {
  const findings = checked.findings.map((finding): FileFinding => ({ file: file.path, finding }));
  const messages = await placeFindings(findings, () => file.text);
  const { parsed, isDraft } = checked;
  return {
    path: file.path,
    messages: (isDraft ? messages.map(asWarning) : messages).sort(compareMessages),
    facts: parsed && factsOf(parsed, isDraft),
    isDraft,
  };
}

export interface Compiled {
  /** Undefined when any file has an error. */
  readonly topic: CompiledTopic | undefined;
  /** By file, in the order of their places. */
  readonly messages: readonly Message[];
}

/** Parses, checks and lowers every file of a topic. Nothing stops at the first fault. */
export async function compile(source: TopicSource, options: CompileOptions): Promise<Compiled> {
  const context = contextOf(source);
  const messages: Message[] = await checkEntries(source, options);
  const facts: FileFacts[] = [];
  const items: Topic["items"] = [];
  let page: Pick<Topic, "title" | "summary" | "introduction" | "retired"> | undefined;
  for (const file of source.files) {
    const checked = await parseAndCheck(file, context, options.rules, options.parser ?? "satteri");
    const report = await reportOf(file, checked);
    messages.push(...report.messages);
    if (report.facts !== undefined) facts.push(report.facts);
    if (hasError(messages) || checked.parsed === undefined || checked.isDraft) continue;
    const highlight = await loadHighlight(languagesIn(checked.parsed));
    if (checked.parsed.isTopicPage) page = lowerPage(checked.parsed, highlight);
    else items.push(lowerItem(checked.parsed, highlight));
  }
  messages.sort(compareMessages);
  if (hasError(messages) || page === undefined) return { topic: undefined, messages };
  const topic = { id: source.id, ...page, items: inStudyOrder(items), figures: [...source.figures] };
  return { topic: { format: 2, topic, facts }, messages };
}

function languagesIn({ body }: ParsedFile): string[] {
  return body.nodes.flatMap(({ node }) => (node.type === "code" && node.lang ? [node.lang] : []));
}
