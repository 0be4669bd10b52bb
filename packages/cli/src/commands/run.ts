import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { compareMessages, hasError, type Message } from "@high-recall/core";
import { Command, InvalidArgumentError } from "commander";
import { checkContent } from "../check-content.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { choose, findContent } from "../locate.ts";
import type { AddCommand, ExitCode } from "../main.ts";
import { shownPath } from "../paths.ts";
import { type Format, formatOption, report } from "../report/report.ts";
import { findEnvironment, missingFor, versionsFor } from "../run/environment.ts";
import { Ran, readLock, writeLock } from "../run/lock.ts";
import { resultMessage } from "../run/message.ts";
import { runSample } from "../run/run.ts";
import { hashOf, type Sample, sampleOf } from "../run/sample.ts";
import { findIsolation } from "../run/sandbox.ts";
import { contentAt } from "../workspace.ts";

interface RunOptions {
  readonly format: Format;
  readonly python?: string;
  readonly force?: boolean;
  readonly sandbox: boolean;
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
    .option("--python <path>", "interpreter (default: the nearest .venv, else python3)")
    .option("--force", "run also what has run before, unchanged, with the same versions")
    .option("--no-sandbox", "run without a sandbox where none works: only code that you trust")
    .option("--timeout <seconds>", "for each sample, at most 3600", seconds, 120)
    .option("--jobs <number>", "how many at once", positive, availableParallelism())
    .option("--date <day>", "day to record", day, new Date().toISOString().slice(0, 10));
  add(command, async (paths: string[], options: RunOptions): Promise<ExitCode> => {
    const named = paths.length > 0 ? paths : [await findContent(host.cwd)];
    const messages: Message[] = [];
    const texts = new Map<string, string>();
    const counts: Counts = { ran: 0, unchanged: 0, skipped: [] };
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
}

async function runAll(
  samples: readonly Sample[],
  content: string,
  options: RunOptions,
  counts: Counts,
  host: Host,
): Promise<Message[]> {
  if (samples.length === 0) return [];
  const isolation = await findIsolation();
  if (!isolation && options.sandbox) {
    throw new Failure("No sandbox works here: install bubblewrap, or say --no-sandbox if you trust every sample");
  }
  const environment = await findEnvironment(content, options.python);
  const lock = await readLock(content);
  const before = new Map(Object.entries(lock.samples));
  const messages: Message[] = [];
  const queue = [...samples];
  const work = async () => {
    for (let sample = queue.shift(); sample; sample = queue.shift()) {
      const missing = missingFor(sample, environment);
      if (missing) {
        counts.skipped.push(`${sample.id}: ${missing}`);
        continue;
      }
      const versions = versionsFor(sample, environment);
      const last = before.get(sample.id);
      if (!options.force && last?.hash === hashOf(sample) && last.with === versions) {
        counts.unchanged += 1;
        continue;
      }
      counts.ran += 1;
      if (options.format === "pretty") host.err(`running ${sample.id}\n`);
      const result = await runSample(sample, environment, isolation, options.timeout);
      if (result.kind === "same") before.set(sample.id, { hash: hashOf(sample), with: versions, on: options.date });
      else messages.push(resultMessage(sample, result));
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.jobs, samples.length) }, work));
  await writeLock(content, { samples: Object.fromEntries(before) });
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

/** Node's timers turn more than 24 days into none. */
function seconds(value: string): number {
  const number = positive(value);
  if (number > 3600) throw new InvalidArgumentError("Expected at most 3600.");
  return number;
}

function day(value: string): string {
  if (!Ran.shape.on.safeParse(value).success) throw new InvalidArgumentError("Expected a day, such as 2026-11-20.");
  return value;
}
