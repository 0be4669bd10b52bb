import type { VFile } from "vfile";
import { factsOf, frontValue, isKind } from "../facts.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A key without effect is most often the trace of another one that was forgotten. */
export const noIdleKey = defineRule({
  name: "no-idle-key",
  severity: "warning",
  description: "`api` stands with `category: tool`, `reason` with `run: false` or `example: none`",
  check(_tree, file) {
    if (isKind(file, "term")) reportIdle(file, "api", "category", "tool");
    if (isKind(file, "code")) reportIdle(file, "reason", "run", false);
    if (isKind(file, "formula")) reportIdle(file, "reason", "example", "none");
  },
});

function reportIdle(file: VFile, key: string, other: string, value: unknown): void {
  if (frontValue(file, key) === undefined || frontValue(file, other) === value) return;
  report(
    file,
    `Unexpected \`${key}\` without \`${other}: ${value}\`, expected both or neither`,
    factsOf(file).matter?.place([key], "key"),
  );
}
