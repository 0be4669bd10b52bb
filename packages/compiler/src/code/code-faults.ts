import type { CodeFault, PlacedNode } from "@high-recall/rules";
import type { Code } from "mdast";
import { isWorthParsing } from "./nesting.ts";

/** Finds the first syntax error of a program; undefined when there is none, or the parser cannot tell. Never throws. */
export type SyntaxCheck = (code: string) => CodeFault | undefined | Promise<CodeFault | undefined>;

/** The parsers by language. They are large, so each is loaded only for a file with a fence of its language. */
const parsers: Readonly<Record<string, () => Promise<SyntaxCheck>>> = {
  python: async () => (await import("./python.ts")).checkPython,
  sql: async () => (await import("./sql.ts")).checkSql,
  javascript: async () => (await import("./javascript.ts")).checkJavaScript,
  typescript: async () => (await import("./javascript.ts")).checkTypeScript,
  bash: async () => (await import("./bash.ts")).checkBash,
};

/** The syntax errors of a file's fences, one each: what follows the first is often its consequence. */
export async function findCodeFaults(nodes: readonly PlacedNode[]): Promise<ReadonlyMap<Code, CodeFault>> {
  const faults = new Map<Code, CodeFault>();
  for (const { node } of nodes) {
    if (node.type !== "code" || !node.lang || !Object.hasOwn(parsers, node.lang)) continue;
    const code = node.value.replace(/\r\n?/g, "\n");
    if (code.trim() === "" || !isWorthParsing(code, node.lang)) continue;
    const check = await parsers[node.lang]?.();
    const fault = await check?.(code);
    if (fault !== undefined) faults.set(node, withinCode(fault, code));
  }
  return faults;
}

/** A fault is on one line, and parsers place what is missing just after the end. */
function withinCode({ start, end, text }: CodeFault, code: string): CodeFault {
  const last = code.trimEnd().length;
  const from = Math.max(0, Math.min(start, last));
  const line = code.indexOf("\n", from);
  const most = Math.min(last, line < 0 ? last : line);
  return { start: from, end: Math.max(from, Math.min(end, most)), text };
}
