import type { LintOptions } from "../src/index.ts";

/** One example of a rule's page: Markdown source and the messages that the rule gives for it. */
export interface Example {
  /** Line of the page on which it begins. */
  readonly line: number;
  readonly source: string;
  /** `rules:` of the edition.yaml shown before it. */
  readonly edition: string;
  /** `line:column-line:column severity reason`; none in an example that is ok. */
  readonly messages: readonly string[];
  readonly isOk: boolean;
}

interface Fence {
  readonly line: number;
  readonly language: string;
  readonly value: string;
}

/** The examples of a rule's page: fences of four backticks under `## Ok` and `## Not ok`. */
export function readExamples(page: string): Example[] {
  const okFrom = page.indexOf("\n## Ok\n");
  const notOkFrom = page.indexOf("\n## Not ok\n");
  if (okFrom < 0 || notOkFrom < okFrom) throw new Error("Unexpected page, expected `## Ok`, then `## Not ok`");
  const examples: Example[] = [];
  let edition = "";
  for (const fence of fencesOf(page, okFrom)) {
    const isOk = fence.line < lineAt(page, notOkFrom);
    const last = examples.at(-1);
    if (fence.language === "yaml") {
      edition = fence.value;
    } else if (fence.language === "markdown") {
      examples.push({ line: fence.line, source: fence.value, edition, messages: [], isOk });
      edition = "";
    } else if (fence.language === "text" && last) {
      examples[examples.length - 1] = { ...last, messages: fence.value.split("\n") };
    }
  }
  return examples;
}

function fencesOf(page: string, from: number): Fence[] {
  const fences = /^(`{3,})(\w+)\n([\s\S]*?)\n\1$/gm;
  fences.lastIndex = from;
  return [...page.matchAll(fences)].map((match) => ({
    line: lineAt(page, match.index + 1),
    language: match[2] ?? "",
    value: match[3] ?? "",
  }));
}

function lineAt(page: string, offset: number): number {
  return page.slice(0, offset).split("\n").length;
}

/** Half an em a character. */
export const formulaWidth: NonNullable<LintOptions["formulaWidth"]> = (tex) => tex.length / 2;

/** Latin, Greek, punctuation and arrows: the fonts of the examples. */
export const printable: NonNullable<LintOptions["printable"]> = (codePoint) => codePoint < 0x2600;
