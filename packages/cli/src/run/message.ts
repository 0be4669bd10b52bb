import type { Message } from "@high-recall/core";
import { ruleNamed } from "@high-recall/rules";
import { otherwise } from "./environment.ts";
import type { Result } from "./run.ts";
import type { Sample } from "./sample.ts";

/** A result other than `same`, at the line of the output that differs, or at the code that failed. */
export function resultMessage(sample: Sample, result: Exclude<Result, { kind: "same" | "printed" }>): Message {
  const codeStart = sample.codeAt.start.line;
  if (result.kind === "failed") {
    const { reason, codeLine } = result;
    const text = codeLine === undefined ? "" : (sample.code.split("\n")[codeLine - 1] ?? "");
    return at(sample, codeStart + (codeLine ?? 0), text, "sample-runs", `The sample fails: ${reason}`);
  }
  // Without a fence, output that varies is reported at the code.
  const line = sample.outputAt === undefined ? codeStart : sample.outputAt.start.line + 1 + result.line;
  const found = shown(result.found);
  const expected = shown(result.expected);
  if (result.kind === "unsteady") {
    const reason = `The sample prints ${expected} in one run and ${found} in the next, ${otherwise}: make the output independent of them, such as with \`sorted(…)\`, \`order by\` or a fixed seed\n${result.patch}`;
    return at(sample, line, sample.output === undefined ? "" : (result.expected ?? ""), "sample-steady", reason);
  }
  const reason = `The sample prints ${found}, expected ${expected}\n${result.patch}`;
  return at(sample, line, result.expected ?? "", "sample-output", reason);
}

function shown(line: string | undefined): string {
  return line === undefined ? "the end of the output" : `\`${line}\``;
}

function at(
  sample: Sample,
  line: number,
  text: string,
  name: "sample-runs" | "sample-output" | "sample-steady",
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
