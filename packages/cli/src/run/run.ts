import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { firstDifference, patch } from "./difference.ts";
import type { Environment } from "./environment.ts";
import { type Execution, execute } from "./execute.ts";
import type { Language, Sample } from "./sample.ts";
import { type Isolation, type Limits, wrap } from "./sandbox.ts";

/** What came of a sample. */
export type Result =
  | { readonly kind: "same" }
  | {
      readonly kind: "different";
      readonly line: number;
      readonly expected?: string;
      readonly found?: string;
      readonly patch: string;
    }
  | { readonly kind: "failed"; readonly reason: string };

const outputBytes = 1_000_000;
const extensions: Readonly<Record<Language, string>> = {
  python: "py",
  sql: "sql",
  bash: "sh",
  javascript: "mjs",
  typescript: "mts",
};

/** Runs one sample and compares what it prints with its fence, to the byte. */
export async function runSample(
  sample: Sample,
  environment: Environment,
  isolation: Isolation | undefined,
  seconds: number,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "recall-run-"));
  try {
    const script = join(folder, `sample.${extensions[sample.language]}`);
    await writeFile(script, `${sample.code}\n`);
    if (sample.language === "sql") await copySqlRunner(folder);
    const { command, folders, megabytes } = commandFor(sample.language, script, folder, environment);
    const limits: Limits = { seconds, megabytes, outputBytes };
    const wrapped = await wrap(command, isolation, limits, { folders: [...folders, folder] });
    return judge(sample, await execute(wrapped, folder, limits), seconds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Command {
  readonly command: readonly string[];
  readonly folders: readonly string[];
  readonly megabytes: number | undefined;
}

function commandFor(language: Language, script: string, folder: string, environment: Environment): Command {
  const node = { folders: [dirname(environment.node.path)], megabytes: undefined };
  const withNode = (...args: string[]) => ({
    ...node,
    command: [environment.node.path, "--max-old-space-size=1024", ...args],
  });
  switch (language) {
    case "python": {
      const { python } = environment;
      if (!python) throw new Error("Python is missing: ask missingFor first");
      return {
        command: [python.path, "-I", "-W", "error::SyntaxWarning", script],
        folders: python.folders,
        megabytes: 16_384,
      };
    }
    case "sql":
      return withNode(join(folder, "run-sql.ts"), script);
    case "javascript":
    case "typescript":
      return withNode(script);
    case "bash":
      return { command: ["bash", script], folders: [], megabytes: 1024 };
  }
}

/** The sandbox sees only the sample's folder, so the SQL runner comes along. */
async function copySqlRunner(folder: string): Promise<void> {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const name of ["run-sql.ts", "sql.ts"]) await cp(join(here, name), join(folder, name));
}

function judge(sample: Sample, execution: Execution, seconds: number): Result {
  switch (execution.kind) {
    case "timeout":
      return { kind: "failed", reason: `it did not end within ${seconds} seconds` };
    case "flood":
      return { kind: "failed", reason: `it printed more than ${outputBytes / 1e6} MB` };
    case "unstartable":
      return { kind: "failed", reason: `it could not be started: ${execution.reason}` };
    case "done": {
      if (execution.code !== 0) return { kind: "failed", reason: lastWords(execution.stderr, execution.code) };
      const difference = firstDifference(sample.output, execution.stdout);
      if (!difference) return { kind: "same" };
      const { line, expected, found } = difference;
      return {
        kind: "different",
        line,
        ...(expected === undefined ? {} : { expected }),
        ...(found === undefined ? {} : { found }),
        patch: patch(sample.output, execution.stdout),
      };
    }
  }
}

/** What a program said last before it failed: the exception, not the stack. */
function lastWords(stderr: string, code: number | null): string {
  const lines = stderr
    .trim()
    .split("\n")
    .filter((line) => line.trim() && !/^\s+at |^Node\.js v/.test(line));
  const last = lines.findLast((line) => /\w*(Error|Exception)\b/.test(line)) ?? lines.at(-1);
  return last ? last.trim().slice(0, 300) : `it ended with exit code ${code ?? "of a signal"}`;
}
