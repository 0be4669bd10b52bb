import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { statementsOf } from "@high-recall/compiler/sql";
import { firstDifference, patch } from "./difference.ts";
import { type Circumstances, circumstances, otherwise, sampleEnvironment } from "./environment.ts";
import { type Execution, execute } from "./execute.ts";
import type { Interpreters } from "./interpreters.ts";
import type { Limits } from "./limits.ts";
import type { Language, Sample } from "./sample.ts";
import { type Isolation, wrap } from "./sandbox.ts";

/** The result of a sample. */
export type Result =
  /** It prints its expected output. */
  | { readonly kind: "same" }
  /** It has no expected output yet, and prints this, without the last line break. */
  | { readonly kind: "printed"; readonly output: string }
  | ({ readonly kind: "different" } & OutputDifference)
  /** It prints its expected output, but something else the second time; `expected` is from the first run. */
  | ({ readonly kind: "unsteady" } & OutputDifference)
  | {
      readonly kind: "failed";
      readonly reason: string;
      /** Line of the code that failed, from 1; undefined when it is not known. */
      readonly codeLine?: number | undefined;
    };

interface OutputDifference {
  /** Index of the first line that differs, from 0. */
  readonly line: number;
  readonly expected: string | undefined;
  readonly found: string | undefined;
  /** The whole difference, for a reader. */
  readonly patch: string;
}

export interface RunOptions {
  readonly limits: Limits;
  /** Whether a sample that passes runs a second time under other circumstances. */
  readonly runsTwice: boolean;
  /** Ends the sample early. */
  readonly signal?: AbortSignal | undefined;
}

const extensions: Readonly<Record<Language, string>> = {
  python: "py",
  sql: "sql",
  bash: "sh",
  javascript: "mjs",
  typescript: "mts",
};

/**
 * Runs one sample and compares what it prints with its fence, to the byte. A second run under other circumstances finds
 * output that passes by chance.
 */
export async function runSample(
  sample: Sample,
  interpreters: Interpreters,
  isolation: Isolation,
  options: RunOptions,
): Promise<Result> {
  const [usual, changed] = circumstances;
  const first = judge(sample, sample.output, await runOnce(sample, interpreters, isolation, usual, options));
  if ((first.kind !== "same" && first.kind !== "printed") || !options.runsTwice) return first;
  const expected = first.kind === "printed" ? first.output : sample.output;
  const second = judge(sample, expected, await runOnce(sample, interpreters, isolation, changed, options));
  if (second.kind === "different") return { ...second, kind: "unsteady" };
  return second.kind === "failed" ? { ...second, reason: `in a second run, ${otherwise}, ${second.reason}` } : first;
}

async function runOnce(
  sample: Sample,
  interpreters: Interpreters,
  isolation: Isolation,
  circumstances: Circumstances,
  options: RunOptions,
): Promise<Execution> {
  const folder = await mkdtemp(join(tmpdir(), "recall-run-"));
  try {
    const script = join(folder, `sample.${extensions[sample.language]}`);
    await writeFile(script, sample.language === "sql" ? JSON.stringify(statementsOf(sample.code)) : `${sample.code}\n`);
    for (const [name, text] of sample.modules ?? []) await writeFile(join(folder, name), text);
    if (sample.language === "sql") await copySqlRunner(folder);
    const { command, folders, addressSpace } = commandFor(sample.language, script, interpreters, circumstances);
    const isBare = isolation.name === "none";
    // Without a sandbox, files that the sample leaves in its home are removed with the folder.
    const env = {
      ...sampleEnvironment(circumstances),
      ...(sample.modules ? { PYTHONPATH: folder } : {}),
      ...(isBare ? { HOME: folder, TMPDIR: folder } : {}),
    };
    const { limits, signal } = options;
    const wrapped = await wrap(command, isolation, limits, { env, folders: [...folders, folder], addressSpace });
    return await execute(wrapped, folder, { limits, signal, marker: isBare ? folder : undefined });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Command {
  readonly command: readonly string[];
  readonly folders: readonly string[];
  /** Bytes for each process; undefined for Node, which reserves far more than it uses. */
  readonly addressSpace?: number;
}

function commandFor(
  language: Language,
  script: string,
  { python, node, bash }: Interpreters,
  { reversesUnorderedRows }: Circumstances,
): Command {
  const withNode = (...args: string[]) => ({
    command: [node.path, "--max-old-space-size=1024", ...args],
    folders: [dirname(node.path)],
  });
  switch (language) {
    case "python": {
      if (!python) throw new Error("Python is missing: ask missingFor first");
      return {
        command: [python.path, "-W", "error::SyntaxWarning", script],
        folders: python.folders,
        addressSpace: 16 * 2 ** 30,
      };
    }
    case "sql":
      return withNode(join(dirname(script), "run-sql.ts"), script, ...(reversesUnorderedRows ? ["reversed"] : []));
    case "javascript":
    case "typescript":
      return withNode(script);
    case "bash":
      return { command: [bash.path, script], folders: [], addressSpace: 2 ** 30 };
  }
}

/** The sandbox sees only the sample's folder, so the SQL runner is copied into it. */
async function copySqlRunner(folder: string): Promise<void> {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const name of ["run-sql.ts", "sql.ts"]) await cp(join(here, name), join(folder, name));
}

function judge(
  { language, code }: Sample,
  expected: string | undefined,
  execution: Execution,
): Exclude<Result, { kind: "unsteady" }> {
  switch (execution.kind) {
    case "stopped":
      return { kind: "failed", reason: execution.reason };
    case "done": {
      if (execution.code !== 0) {
        return {
          kind: "failed",
          reason: lastWords(execution),
          codeLine: failingLine(language, code, execution.stderr),
        };
      }
      if (expected === undefined) return printed(execution.stdout);
      const difference = firstDifference(expected, execution.stdout);
      if (!difference) return { kind: "same" };
      return { kind: "different", ...difference, patch: patch(expected, execution.stdout) };
    }
  }
}

/** What becomes the output of a sample that has none. */
function printed(stdout: string): Exclude<Result, { kind: "unsteady" }> {
  const output = stdout.replace(/\n$/, "");
  if (output.trim() === "") return { kind: "failed", reason: "it prints nothing: print the result" };
  if (/[\r\0]/.test(output)) {
    return { kind: "failed", reason: "it prints a carriage return or a NUL, which a fence cannot have" };
  }
  return { kind: "printed", output };
}

/** How each language names a line of the script in a message of a program that failed; `last` if the last one counts. */
const lineNames: Readonly<Record<Language, { readonly pattern: RegExp; readonly counts: "first" | "last" }>> = {
  python: { pattern: /sample\.py", line (\d+)/g, counts: "last" },
  sql: { pattern: /sample\.sql:(\d+)/g, counts: "first" },
  bash: { pattern: /sample\.sh: line (\d+):/g, counts: "last" },
  javascript: { pattern: /sample\.mjs:(\d+)/g, counts: "first" },
  typescript: { pattern: /sample\.mts:(\d+)/g, counts: "first" },
};

/** The line of the code that a failed program's message names, from 1. */
function failingLine(language: Language, code: string, stderr: string): number | undefined {
  const { pattern, counts } = lineNames[language];
  const lines = [...stderr.matchAll(pattern)].map(([, line]) => Number(line));
  const line = counts === "first" ? lines[0] : lines.at(-1);
  // A program writes what it likes: only a line that exists counts.
  return line !== undefined && line >= 1 && line <= code.split("\n").length ? line : undefined;
}

/** Last message of a program that failed: the exception, not the stack. */
function lastWords({ stderr, code, signal }: Extract<Execution, { kind: "done" }>): string {
  const lines = stderr
    .trim()
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at |^Node\.js v/.test(line));
  const last = lines.findLast((line) => /\w*(Error|Exception)\b/.test(line)) ?? lines.at(-1);
  if (last) return last.trim().slice(0, 300);
  // A shell exits with 128 plus the number of the signal; the kernel sends 9 when memory runs out.
  if (signal === "SIGKILL" || code === 137) return "it was killed, as the kernel does when memory runs out";
  return signal ? `${signal} ended it` : `it ended with exit code ${code}`;
}
