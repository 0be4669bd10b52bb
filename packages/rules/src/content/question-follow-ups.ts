import { linkAlone, splitFollowUp } from "@high-recall/core";
import type { ListItem, PhrasingContent, RootContent } from "mdast";
import { atNode, atSpan } from "../fragment.ts";
import { isKind } from "../front-values.ts";
import type { ParsedFile } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";
import { linkTarget } from "../structure/relative-links.ts";
import { countWords } from "../words.ts";

const longestAnswer = 45;

/** Each entry is one question that an interviewer may ask next, and a card of its own. */
export const questionFollowUps = defineRule({
  name: "question-follow-ups",
  severity: "error",
  description: "Follow-ups are a list of questions, each with a short answer or a link to the item that answers it",
  file(file, report) {
    if (!isKind(file, "question")) return;
    for (const { name, blocks } of file.sections) {
      if (name !== "follow-ups") continue;
      for (const block of blocks) {
        if (block.type === "list") for (const entry of block.children) checkEntry(entry, file, report);
        else report("Follow-ups are a list: write `- ` before each question", atNode(file.body, block));
      }
    }
  },
});

function checkEntry(entry: ListItem, file: ParsedFile, report: Report): void {
  const [first, second] = entry.children;
  if (first === undefined) return;
  if (first.type !== "paragraph" || second !== undefined) {
    const surplus: RootContent = first.type === "paragraph" && second !== undefined ? second : first;
    report(
      "A follow-up is one paragraph, `Question? Answer.`: move the rest to `## In depth`",
      atNode(file.body, surplus),
    );
    return;
  }
  const fault = faultOf(first.children, file);
  if (fault !== undefined) report(fault.text, atSpan(file.body, fault.nodes) ?? atNode(file.body, first));
}

interface Fault {
  readonly text: string;
  readonly nodes: readonly PhrasingContent[];
}

function faultOf(nodes: readonly PhrasingContent[], file: ParsedFile): Fault | undefined {
  const found = splitFollowUp(nodes);
  if (found === undefined) return { text: "The follow-up asks nothing: write `Question? Answer.`", nodes };
  const { question, answer } = found;
  const words = countWords(answer);
  if (words > longestAnswer) {
    const surplus = words - longestAnswer;
    return {
      text: `The answer has ${words} words, ${surplus} more than the ${longestAnswer} allowed: cut it, or link to an item`,
      nodes: answer,
    };
  }
  const link = linkAlone(question) ?? (answer.length === 0 ? undefined : linkAlone(answer));
  if (answer.length > 0 && (link === undefined || linkAlone(answer) !== link)) return undefined;
  const isToItem = link !== undefined && linkTarget(urlOf(link, file), file.topic) !== undefined;
  if (isToItem) return undefined;
  return { text: "The follow-up has no answer: write one after the question, or link to the item that has it", nodes };
}

function urlOf(link: { readonly url?: string; readonly identifier?: string }, file: ParsedFile): string {
  return link.url ?? file.definitions.get(link.identifier ?? "")?.url ?? "";
}
