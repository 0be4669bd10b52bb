import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { compareMessages, hasError, type Message } from "@high-recall/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { checkContent } from "../check-content.ts";
import { withChoices } from "../choices.ts";
import type { AddCommand, ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { choose, findContent } from "../locate.ts";
import { shownPath } from "../paths.ts";
import { type Format, formatOption, report } from "../report/report.ts";
import { findInterpreters, missingFor, versionsFor } from "../run/interpreters.ts";
import { sampleLimits } from "../run/limits.ts";
import { Ran, readLock, recordRun } from "../run/lock.ts";
import { resultMessage } from "../run/message.ts";
import { runSample } from "../run/run.ts";
import { hashOf, type Sample, sampleOf } from "../run/sample.ts";
import { findIsolation, type IsolationName, isolationNames } from "../run/sandbox.ts";
import { withSignals } from "../signals.ts";
import { contentAt } from "../workspace.ts";

interface RunOptions {
  readonly format: Format;
  readonly python?: string;
  readonly force?: boolean;
  readonly isolation: IsolationName;
  readonly timeout: number;
  readonly jobs: number;
  readonly date: string;
}

/** `recall run`: executes code samples and compares what they print with their output fences. */
export function runCommand(add: AddCommand, host: Host): void {
  const command = new Command("run")
    .description("run the code samples, each in a sandbox, and compare them with their output fences")
    .argument("[paths...]", "files, topic folders or a folder of topics (default: all of content/)")
    .addOption(formatOption())
    .option("--python <path>", "interpreter (default: the variable RECALL_PYTHON, else python3 on PATH)")
    .option("--force", "run also what has run before, unchanged, with the same versions")
    .addOption(
      withChoices(
        new Option("--isolation <kind>", "`none` runs samples with your rights, files and network: read them first"),
        isolationNames,
      ).default("bubblewrap"),
    )
    .option("--timeout <seconds>", "for each sample, at most 3600", seconds, 120)
    .option("--jobs <number>", "how many at once", positive, availableParallelism())
    .option("--date <day>", "day to record", day, new Date().toISOString().slice(0, 10));
  add(command, async (paths: string[], options: RunOptions): Promise<ExitCode> => {
    const named = paths.length > 0 ? paths : [await findContent(host.cwd, "recall run path/to/topics")];
    const messages: Message[] = [];
    const texts = new Map<string, string>();
    const counts: Counts = { ran: 0, unchanged: 0, skipped: [], hasPython: false };
    for (const path of named) {
      const chosen = await choose(host.cwd, path);
      const found = await contentAt(chosen.content, chosen.topics, undefined, host.cwd);
      const checked = await checkContent(found, host);
      const isWanted = (file: string) => !chosen.files || chosen.files.includes(resolve(host.cwd, file));
      const folder = shownPath(host.cwd, chosen.content);
      const samples = checked.facts.flatMap((facts) => {
        const file = folder === "." ? facts.path : `${folder}/${facts.path}`;
        return isWanted(file) ? (sampleOf(facts, file) ?? []) : [];
      });
      for (const { file } of samples) texts.set(file, checked.texts.get(file) ?? "");
      messages.push(...(await runAll(samples, chosen.content, options, counts, host)));
    }
    if (options.python !== undefined && !counts.hasPython) {
      host.err("recall: `--python` has no effect, since none of the samples is in Python: leave it out\n");
    }
    messages.sort(compareMessages);
    host.out(report({ messages, texts }, options.format, host));
    if (options.format === "pretty") host.out(summary(counts));
    return hasError(messages) ? 1 : 0;
  });
}

interface Counts {
  ran: number;
  unchanged: number;
  skipped: string[];
  hasPython: boolean;
}

async function runAll(
  samples: readonly Sample[],
  content: string,
  options: RunOptions,
  counts: Counts,
  host: Host,
): Promise<Message[]> {
  if (samples.length === 0) return [];
  counts.hasPython ||= samples.some(({ language }) => language === "python");
  const { env } = process;
  const isolation = await findIsolation(options.isolation, env, content);
  const interpreters = await findInterpreters({ named: options.python, env, cwd: host.cwd, content }, isolation);
  const { samples: before } = await readLock(content);
  const messages: Message[] = [];
  const queue = [...samples];
  const work = async (interrupted: AbortSignal) => {
    for (let sample = queue.shift(); sample && !interrupted.aborted; sample = queue.shift()) {
      const missing = missingFor(sample, interpreters);
      if (missing) {
        counts.skipped.push(`${sample.id}: ${missing}`);
        continue;
      }
      const hash = hashOf(sample);
      const versions = versionsFor(sample, interpreters);
      const last = Object.hasOwn(before, sample.id) ? before[sample.id] : undefined;
      const hasRun = last?.hash === hash && last.with === versions;
      if (hasRun && !options.force) {
        counts.unchanged += 1;
        continue;
      }
      counts.ran += 1;
      if (options.format === "pretty") host.err(`running ${sample.id}\n`);
      const limits = { ...sampleLimits, seconds: options.timeout };
      const run = { limits, runsTwice: !hasRun, signal: interrupted };
      const result = await runSample(sample, interpreters, isolation, run);
      // Recorded at once, so that an interruption loses no finished sample.
      if (result.kind === "same") await recordRun(content, sample.id, { hash, with: versions, on: options.date });
      else messages.push(resultMessage(sample, result));
    }
  };
  await withSignals(async (interrupted) => {
    const failed = new AbortController();
    const either = AbortSignal.any([interrupted, failed.signal]);
    const workers = Array.from({ length: Math.min(options.jobs, samples.length) }, () =>
      work(either).catch((error) => {
        failed.abort();
        throw error;
      }),
    );
    await Promise.allSettled(workers);
    await Promise.all(workers);
  });
  return messages;
}

function summary(counts: Counts): string {
  const lines = [`${counts.ran} ran, ${counts.unchanged} unchanged since they ran, ${counts.skipped.length} skipped`];
  return `${[...lines, ...[...counts.skipped].sort().map((line) => `  skipped ${line}`)].join("\n")}\n`;
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("Expected a whole number from 1.");
  return number;
}

/** Node's timers fire at once for more than 24 days. */
function seconds(value: string): number {
  const number = positive(value);
  if (number > 3600) throw new InvalidArgumentError("Expected at most 3600.");
  return number;
}

function day(value: string): string {
  if (!Ran.shape.on.safeParse(value).success) throw new InvalidArgumentError("Expected a day, such as 2026-11-20.");
  return value;
}
