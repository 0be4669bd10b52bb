import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { compareMessages, hasError, type Message, shellWord } from "@high-recall/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { type CheckedContent, checkContent } from "../check-content.ts";
import { withChoices } from "../choices.ts";
import type { AddCommand, ExitCode } from "../command.ts";
import { withCommands } from "../command-prefix.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { choose, exists, findContent } from "../locate.ts";
import { shownPath } from "../paths.ts";
import { startProgress } from "../progress.ts";
import { type Format, formatOption, quietOption, report } from "../report/report.ts";
import { type Drawing, drawingMessage, drawingsOf, figureModules } from "../run/drawing.ts";
import { findInterpreters, type Missing, missingFor, versionsFor } from "../run/interpreters.ts";
import { sampleLimits } from "../run/limits.ts";
import { Ran, readLock, recordRun } from "../run/lock.ts";
import { resultMessage } from "../run/message.ts";
import { runSample } from "../run/run.ts";
import { hashOf, type Sample, sampleOf } from "../run/sample.ts";
import { findIsolation, type IsolationName, isolationNames } from "../run/sandbox.ts";
import { writeOutput } from "../run/write-output.ts";
import { withSignals } from "../signals.ts";
import { contentAt } from "../workspace.ts";

interface RunOptions {
  readonly format: Format;
  readonly python?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
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
    .addOption(quietOption())
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
    const counts: Counts = {
      ...{ ran: 0, drawn: 0, unchanged: 0, unproven: 0, hasPython: false },
      ...{ skipped: [], written: [], idle: [] },
    };
    const contents = new Set<string>();
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
      for (const full of chosen.files ?? []) counts.idle.push(...whyIdle(full, samples, checked, folder, host));
      for (const { file } of samples) texts.set(file, checked.texts.get(file) ?? "");
      messages.push(...(await runAll(samples, chosen.content, options, { counts, texts, host })));
      contents.add(chosen.content);
      if (chosen.files) continue;
      const modules = await figureModules(chosen.content);
      const drawings = checked.sources.flatMap((source) => drawingsOf(source, modules));
      for (const { figure, text } of drawings) texts.set(figure, text);
      messages.push(...(await drawAll(drawings, chosen.content, options, counts, host)));
    }
    if (texts.size === 0 && counts.idle.length > 0) throw new Failure(counts.idle.join("; "));
    if (options.python !== undefined && !counts.hasPython) {
      host.err("recall: `--python` has no effect, since none of the samples is in Python: leave it out\n");
    }
    messages.sort(compareMessages);
    host.out(report({ messages, texts }, options.format, host));
    if (options.format === "pretty") host.out(withCommands(await summary(counts, [...contents], host), host));
    return hasError(messages) || counts.unproven > 0 ? 1 : 0;
  });
}

interface Counts {
  ran: number;
  drawn: number;
  unchanged: number;
  skipped: { readonly id: string; readonly missing: Missing }[];
  hasPython: boolean;
  /** Samples that were skipped, and of which no run is recorded either. */
  unproven: number;
  /** Where outputs were written. */
  written: string[];
  /** Files that were named and have nothing to run, each with the reason. */
  idle: string[];
}

/** Why nothing in a file that the user named can be run. */
function whyIdle(
  full: string,
  samples: readonly Sample[],
  { facts }: CheckedContent,
  folder: string,
  { cwd }: Host,
): string[] {
  const file = shownPath(cwd, full);
  if (samples.some((sample) => sample.file === file)) return [];
  const found = facts.find(({ path }) => (folder === "." ? path : `${folder}/${path}`) === file);
  if (found === undefined || found.isFaulty) {
    return [`${file} cannot be run before its faults are fixed: \`recall lint ${shellWord(file)}\` shows them`];
  }
  const kind = found.item?.kind;
  if (kind === undefined) return [`${file} is the page of a topic, not a code item: there is nothing to run`];
  if (kind !== "code") return [`${file} is a ${kind}, not a code item: there is nothing to run`];
  return [`${file} has no solution that can be run, or \`run: false\``];
}

async function runAll(
  samples: readonly Sample[],
  content: string,
  options: RunOptions,
  { counts, texts, host }: { readonly counts: Counts; readonly texts: Map<string, string>; readonly host: Host },
): Promise<Message[]> {
  if (samples.length === 0) return [];
  counts.hasPython ||= samples.some(({ language }) => language === "python");
  const { isolation, interpreters } = await toolsFor(content, options, host);
  const { samples: before } = await readLock(content);
  const messages: Message[] = [];
  const progress = startProgress(host, !options.quiet && options.format === "pretty");
  let begun = 0;
  await inParallel(samples, options.jobs, async (sample, interrupted) => {
    begun += 1;
    const hash = hashOf(sample);
    const last = Object.hasOwn(before, sample.id) ? before[sample.id] : undefined;
    const missing = missingFor(sample, interpreters);
    if (missing) {
      counts.skipped.push({ id: sample.id, missing });
      if (options.force || last?.hash !== hash) counts.unproven += 1;
      return;
    }
    const versions = versionsFor(sample, interpreters);
    const hasRun = last?.hash === hash && last.with === versions;
    if (hasRun && !options.force) {
      counts.unchanged += 1;
      return;
    }
    counts.ran += 1;
    progress.step(`running ${sample.id}`, begun - 1, samples.length);
    const limits = { ...sampleLimits, seconds: options.timeout };
    const run = { limits, runsTwice: !hasRun, signal: interrupted };
    const result = await runSample(sample, interpreters, isolation, run);
    const record = (ran: string) => recordRun(content, sample.id, { hash: ran, with: versions, on: options.date });
    // Recorded at once, so that an interruption loses no finished sample.
    if (result.kind === "same") await record(hash);
    else if (result.kind === "printed") {
      const { output } = result;
      const path = resolve(host.cwd, sample.file);
      const written = await writeOutput(path, texts.get(sample.file) ?? "", sample, output);
      texts.set(sample.file, written.text);
      counts.written.push(`${sample.file}:${written.line}`);
      await record(hashOf({ ...sample, output }));
    } else messages.push(resultMessage(sample, result));
  }).finally(() => progress.end());
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
      counts.skipped.push({ id: drawing.script, missing });
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

async function summary(counts: Counts, contents: readonly string[], host: Host): Promise<string> {
  const figures =
    counts.drawn === 0 ? "" : `, ${counts.drawn} ${counts.drawn === 1 ? "figure" : "figures"} drawn again`;
  const lines = [
    `${counts.ran} ran, ${counts.unchanged} unchanged since they ran, ${counts.skipped.length} skipped${figures}`,
  ];
  for (const place of counts.written.sort()) lines.push(`  wrote the output at ${place}`);
  lines.push(...counts.idle.map((line) => `  ${line}`));
  const skipped = counts.skipped.map(({ id, missing }) => `  skipped ${id}: ${missing.reason}`);
  lines.push(...skipped.sort());
  const packages = [...new Set(counts.skipped.flatMap(({ missing }) => missing.packages))].sort();
  if (packages.length > 0) lines.push(...(await wayToInstall(packages, contents, host)));
  return `${lines.join("\n")}\n`;
}

/** The commands that install what the samples need: pinned versions, where the workspace has a list of them. */
async function wayToInstall(
  packages: readonly string[],
  contents: readonly string[],
  { cwd }: Host,
): Promise<string[]> {
  const lists = contents.map((content) => join(dirname(content), "samples/requirements.txt"));
  const found = await Promise.all(lists.map(exists));
  const list = lists.find((_, index) => found[index]);
  const what =
    list === undefined ? packages.map(shellWord).join(" ") : `--require-hashes -r ${shellWord(shownPath(cwd, list))}`;
  const environment = shellWord(
    shownPath(cwd, list === undefined ? join(cwd, ".venv") : join(dirname(list), "../.venv")),
  );
  return [
    "Install what is missing, and run the samples with it:",
    `  python3 -m venv ${environment} && ${environment}/bin/pip install ${what}`,
    `  recall run --python ${environment}/bin/python`,
  ];
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
