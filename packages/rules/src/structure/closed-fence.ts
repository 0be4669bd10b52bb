import { quote } from "@high-recall/core";
import type { Code } from "mdast";
import { atNode, atPart, sourceOf } from "../fragment.ts";
import type { Fragment } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";

/** Without its closing marks, a fence takes everything after it for code, up to the next fence or the end. */
export const closedFence = defineRule({
  name: "closed-fence",
  severity: "error",
  description: "A fence ends with the marks that it begins with",
  nodes: {
    code(code, report, { fragment }) {
      const source = sourceOf(fragment, code);
      const marks = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
      if (marks === undefined) return;
      const [opening = ""] = source.split(/\r?\n/, 1);
      const inner = innerFence(source, marks);
      if (inner !== undefined) reportInner(fragment, code, inner, marks, report);
      else if (!isClosed(source.slice(opening.length), marks)) {
        report(
          `The fence is never closed: add a line ${quoteMarks(marks)} after the code`,
          opening === "" ? atNode(fragment, code) : atPart(fragment, code, 0, opening.trimEnd().length),
        );
      }
    },
  },
});

/** Whether the last line has the closing marks; quote marks and indent may stand before them. */
function isClosed(afterOpening: string, marks: string): boolean {
  const lastLine = /(?:^|\n)([^\n]*)$/.exec(afterOpening.trimEnd())?.[1] ?? "";
  const closing = lastLine.replace(/^[ \t>]+/, "");
  return (
    afterOpening.includes("\n") && closing.length >= marks.length && [...closing].every((sign) => sign === marks[0])
  );
}

interface InnerFence {
  readonly start: number;
  readonly text: string;
}

/** A line in a fence that would begin a fence of the same marks: most often the one before it was never closed. */
function innerFence(source: string, marks: string): InnerFence | undefined {
  const opening = marks.startsWith("~")
    ? /\n[ \t>]*(~{3,}[ \t]*[\p{L}\d][^\r\n]*)/gu
    : /\n[ \t>]*(`{3,}[ \t]*[\p{L}\d][^`\r\n]*)(?=\r?\n|$)/gu;
  for (const match of source.matchAll(opening)) {
    const text = match[1] ?? "";
    if ((/^(?:`+|~+)/.exec(text)?.[0].length ?? 0) < marks.length) continue;
    return { start: match.index + match[0].length - text.length, text: text.trimEnd() };
  }
  return undefined;
}

function reportInner(fragment: Fragment, code: Code, { start, text }: InnerFence, marks: string, report: Report): void {
  report(
    `${fenced(text)} is inside a fence that is still open: close that with a line ${quoteMarks(marks)}, or give it more marks than the fences in it`,
    atPart(fragment, code, start, start + text.length),
    { related: [{ at: atPart(fragment, code, 0, marks.length), text: "The fence begins here" }] },
  );
}

function quoteMarks(marks: string): string {
  return fenced(marks);
}

/** Inline code that may hold backticks. */
function fenced(text: string): string {
  if (!text.includes("`")) return quote(text);
  const around = "`".repeat((/^`+/.exec(text)?.[0].length ?? 0) + 1);
  return `${around} ${text} ${around}`;
}
