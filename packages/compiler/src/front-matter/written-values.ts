import type { SchemaIssue } from "@high-recall/rules";

/**
 * Adds to each number, boolean and null that should be text how it is written: YAML reads `1e3` as 1000 and `~` as
 * nothing, and a message shows what the author wrote.
 */
export async function withWrittenValues(
  issues: readonly SchemaIssue[],
  text: string,
  [start, end]: readonly [start: number, end: number],
): Promise<SchemaIssue[]> {
  if (!issues.some(isReadAsOther)) return [...issues];
  const { readPlacedYaml } = await import("./placed-yaml.ts");
  const { yaml } = readPlacedYaml(text, start, end);
  return issues.map((issue) => {
    const written = isReadAsOther(issue) ? yaml?.textOf(issue.path)?.text.trim() : undefined;
    return written ? { ...issue, written } : issue;
  });
}

function isReadAsOther(issue: SchemaIssue): boolean {
  if (issue.type !== "unexpected-value" || issue.expectation.type !== "text") return false;
  return issue.value === null || typeof issue.value === "number" || typeof issue.value === "boolean";
}
