import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { compareMessages, hasError, type Message } from "@high-recall/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { checkContent } from "../check-content.ts";
import type { AddCommand, ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { choose, findContent } from "../locate.ts";
import { shownPath } from "../paths.ts";
import { type Format, formatOption, report } from "../report/report.ts";
import { type Drawing, drawingMessage, drawingsOf, figureModules } from "../run/drawing.ts";
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

/** `recall run`: executes code samples and the scripts of figures, and compares what they print with what is there. */
export function runCommand(add: AddCommand, host: Host): void {
  const command = new Command("run")
    .description("run the code samples and the scripts of figures, each in a sandbox, and compare what they print")
    .argument("[paths...]", "files, topic folders or a folder of topics (default: all of content/)")
    .addOption(formatOption())
    .option("--python <path>", "interpreter (default: the variable RECALL_PYTHON, else python3 on PATH)")
    .option("--force", "run also what has run before, unchanged, with the same versions")
    .addOption(
      new Option("--isolation <kind>", "`none` runs samples with your rights, files and network: read them first")
        .choices(isolationNames)
        .default("bubblewrap"),
    )
    .option("--timeout <seconds>", "for each sample, at most 3600", seconds, 120)
    .option("--jobs <number>", "how many at once", positive, availableParallelism())
    .option("--date <day>", "day to record", day, new Date().toISOString().slice(0, 10));
  add(command, async (paths: string[], options: RunOptions): Promise<ExitCode> => {
    const named = paths.length > 0 ? paths : [await findContent(host.cwd)];
    const messages: Message[] = [];
    const texts = new Map<string, string>();
    const counts: Counts = { ran: 0, drawn: 0, unchanged: 0, skipped: [] };
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
      if (chosen.files) continue;
      const modules = await figureModules(chosen.content);
      const drawings = checked.sources.flatMap((source) => drawingsOf(source, modules));
      for (const { figure, text } of drawings) texts.set(figure, text);
      messages.push(...(await drawAll(drawings, chosen.content, options, counts, host)));
    }
    messages.sort(compareMessages);
    host.out(report({ messages, texts }, options.format, host));
    if (options.format === "pretty") host.out(summary(counts));
    return hasError(messages) ? 1 : 0;
  });
}

interface Counts {
  ran: number;
  drawn: number;
  unchanged: number;
  skipped: string[];
}

async function runAll(
  samples: readonly Sample[],
  content: string,
  options: RunOptions,
  counts: Counts,
  host: Host,
): Promise<Message[]> {
  if (samples.length === 0) return [];
  const { isolation, interpreters } = await toolsFor(content, options, host);
  const { samples: before } = await readLock(content);
  const messages: Message[] = [];
  await inParallel(samples, options.jobs, async (sample, interrupted) => {
    const missing = missingFor(sample, interpreters);
    if (missing) {
      counts.skipped.push(`${sample.id}: ${missing}`);
      return;
    }
    const hash = hashOf(sample);
    const versions = versionsFor(sample, interpreters);
    const last = before[sample.id];
    const hasRun = last?.hash === hash && last.with === versions;
    if (hasRun && !options.force) {
      counts.unchanged += 1;
      return;
    }
    counts.ran += 1;
    if (options.format === "pretty") host.err(`running ${sample.id}\n`);
    const limits = { ...sampleLimits, seconds: options.timeout };
    const run = { limits, runsTwice: !hasRun, signal: interrupted };
    const result = await runSample(sample, interpreters, isolation, run);
    // Recorded at once, so that an interruption loses no finished sample.
    if (result.kind === "same") await recordRun(content, sample.id, { hash, with: versions, on: options.date });
    else messages.push(resultMessage(sample, result));
  });
  return messages;
}

/** Draws figures again with their scripts. That takes a moment, so nothing is recorded. */
async function drawAll(
  drawings: readonly Drawing[],
  content: string,
  options: RunOptions,
  counts: Counts,
  host: Host,
): Promise<Message[]> {
  if (drawings.length === 0) return [];
  const { isolation, interpreters } = await toolsFor(content, options, host);
  const messages: Message[] = [];
  await inParallel(drawings, options.jobs, async (drawing, interrupted) => {
    const missing = missingFor(drawing.sample, interpreters);
    if (missing) {
      counts.skipped.push(`${drawing.script}: ${missing}`);
      return;
    }
    counts.drawn += 1;
    const limits = { ...sampleLimits, seconds: options.timeout };
    const run = { limits, runsTwice: true, signal: interrupted };
    const result = await runSample(drawing.sample, interpreters, isolation, run);
    if (result.kind !== "same") messages.push(drawingMessage(drawing, result));
  });
  return messages;
}

async function toolsFor(content: string, options: RunOptions, host: Host) {
  const { env } = process;
  const isolation = await findIsolation(options.isolation, env, content);
  const interpreters = await findInterpreters({ named: options.python, env, cwd: host.cwd, content }, isolation);
  return { isolation, interpreters };
}

/** Works on several at once, until all are done, one throws, or the user interrupts. */
async function inParallel<Task>(
  tasks: readonly Task[],
  jobs: number,
  work: (task: Task, interrupted: AbortSignal) => Promise<void>,
): Promise<void> {
  const queue = [...tasks];
  await withSignals(async (interrupted) => {
    const failed = new AbortController();
    const either = AbortSignal.any([interrupted, failed.signal]);
    const worker = async () => {
      for (let task = queue.shift(); task !== undefined && !either.aborted; task = queue.shift())
        await work(task, either);
    };
    const workers = Array.from({ length: Math.min(jobs, tasks.length) }, () =>
      worker().catch((error) => {
        failed.abort();
        throw error;
      }),
    );
    await Promise.allSettled(workers);
    await Promise.all(workers);
  });
}

function summary(counts: Counts): string {
  const figures =
    counts.drawn === 0 ? "" : `, ${counts.drawn} ${counts.drawn === 1 ? "figure" : "figures"} drawn again`;
  const lines = [
    `${counts.ran} ran, ${counts.unchanged} unchanged since they ran, ${counts.skipped.length} skipped${figures}`,
  ];
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
