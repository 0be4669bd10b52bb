import { frontValue, hasKey, isKind } from "../front-values.ts";
import { keyAt, type ParsedFile } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";

/** A key without effect most often means that another one was forgotten. */
export const noIdleKey = defineRule({
  name: "no-idle-key",
  severity: "warning",
  description: "`api` comes with `category: tool`, `reason` with `run: false` or `example: none`",
  file(file, report) {
    if (isKind(file, "term")) checkKey(file, "api", "category", "tool", report);
    if (isKind(file, "code")) checkKey(file, "reason", "run", false, report);
    if (isKind(file, "formula")) checkKey(file, "reason", "example", "none", report);
  },
});

function checkKey(file: ParsedFile, key: string, other: string, value: unknown, report: Report): void {
  if (frontValue(file, key) === undefined || frontValue(file, other) === value) return;
  // A misspelt key is reported by `unknown-key`.
  if (frontValue(file, other) === undefined && hasKey(file, other)) return;
  // A wrong value is reported by `unexpected-value`.
  if (file.front.issues.some(({ path }) => path.length === 1 && path[0] === other)) return;
  report(`\`${key}\` has no effect without \`${other}: ${value}\`: write both or neither`, keyAt(key));
}
