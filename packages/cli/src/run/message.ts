import type { Message } from "@high-recall/core";
import { ruleNamed } from "@high-recall/rules";
import type { Result } from "./run.ts";
import type { Sample } from "./sample.ts";

/** A result that is not as it should be, at the line of the output that differs, or at the code that failed. */
export function resultMessage(sample: Sample, result: Exclude<Result, { kind: "same" }>): Message {
  if (result.kind === "failed") {
    return at(sample, sample.codeLine, "", "sample-runs", `The sample fails: ${result.reason}`);
  }
  const line = sample.outputLine + 1 + result.line;
  const found = result.found === undefined ? "the end of the output" : `\`${result.found}\``;
  const expected = result.expected === undefined ? "the end of the output" : `\`${result.expected}\``;
  const reason = `The sample prints ${found}, expected ${expected}\n${result.patch}`;
  return at(sample, line, result.expected ?? "", "sample-output", reason);
}

function at(
  sample: Sample,
  line: number,
  text: string,
  name: "sample-runs" | "sample-output",
  message: string,
): Message {
  const { severity, url } = ruleNamed(name);
  const point = (column: number) => ({ line, column, offset: 0 });
  return {
    ...{
      file: sample.file,
      place: { start: point(1), end: point(text.length + 1) },
      rule: name,
      severity,
      text: message,
    },
    ...{ url, fixes: [], related: [] },
  };
}
