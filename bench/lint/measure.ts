import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Costs of one run of a program, from start to end. */
export interface Measured {
  readonly seconds: number;
  /** Seconds of the processor, user and system, all threads. */
  readonly cpu: number;
  /** Peak memory. */
  readonly megabytes: number;
}

export interface Run {
  /** Arguments of Node: a program and its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** A file to write the figures to. */
  readonly report: string;
}

/** @throws {Error} with what the program said when it fails: what has found faults cannot be compared. */
export function measure(run: Run): Measured {
  const time = gnuTime();
  return time === undefined ? measureFromInside(run) : measureWith(time, run);
}

/** GNU time counts the whole process, its children included. */
function measureWith(time: string, { args, report, ...run }: Run): Measured {
  start(time, ["-o", report, "-f", "%e %U %S %M", process.execPath, ...args], run);
  const [seconds = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(report, "utf8").split(" ").map(Number);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

/** Without GNU time a preloaded module reports at the end: without child processes and the last few milliseconds. */
function measureFromInside({ args, report, ...run }: Run): Measured {
  const begin = performance.now();
  const preload = pathToFileURL(join(import.meta.dirname, "report-usage.mjs"));
  preload.search = encodeURIComponent(report);
  start(process.execPath, ["--import", preload.href, ...args], run);
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, ...(JSON.parse(readFileSync(report, "utf8")) as Omit<Measured, "seconds">) };
}

function start(program: string, args: readonly string[], { cwd, env }: Pick<Run, "cwd" | "env">): void {
  const result = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (result.status === 0) return;
  throw new Error(`${args.join(" ")} failed:\n${result.stdout}${result.stderr}${result.error ?? ""}`);
}

function gnuTime(): string | undefined {
  return ["/usr/bin/time", "gtime"].find(
    (program) => spawnSync(program, ["-f", "%M", process.execPath, "--version"]).status === 0,
  );
}
