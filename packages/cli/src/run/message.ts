import type { Message } from "../report/message.ts";
import { otherwise } from "./environment.ts";
import type { Result } from "./run.ts";
import type { Sample } from "./sample.ts";

const url = "https://github.com/high-recall/high-recall/blob/main/packages/cli/README.md#samples";

/** A result other than `same`, at the line of the output that differs, or at the code that failed. */
export function resultMessage(sample: Sample, result: Exclude<Result, { kind: "same" }>): Message {
  if (result.kind === "failed") {
    return at(sample, sample.codeLine, "", "sample-runs", `The sample fails: ${result.reason}`);
  }
  const line = sample.outputLine + 1 + result.line;
  const found = shown(result.found);
  const expected = shown(result.expected);
  if (result.kind === "unsteady") {
    const reason = `The sample prints ${expected} in one run and ${found} in the next, ${otherwise}: make the output independent of them, such as with \`sorted(…)\`, \`order by\` or a fixed seed\n${result.patch}`;
    return at(sample, line, result.expected ?? "", "sample-steady", reason);
  }
  const reason = `The sample prints ${found}, expected ${expected}\n${result.patch}`;
  return at(sample, line, result.expected ?? "", "sample-output", reason);
}

function shown(line: string | undefined): string {
  return line === undefined ? "the end of the output" : `\`${line}\``;
}

/** A sample that ran once and has changed since. */
export function staleMessage(sample: Sample): Message {
  const reason = `The sample has changed since it ran: run it again with \`recall run ${sample.file}\``;
  return { ...at(sample, sample.codeLine, "", "sample-stale", reason), severity: "warning" };
}

function at(sample: Sample, line: number, text: string, rule: string, message: string): Message {
  return {
    file: sample.file,
    line,
    column: 1,
    endLine: line,
    endColumn: text.length + 1,
    severity: "error",
    rule,
    message,
    url,
  };
}
