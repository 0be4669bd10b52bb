import { type ChildProcess, spawn } from "node:child_process";
import { limits, type RunLimits } from "./limits.ts";
import { availableMemory, processTree } from "./processes.ts";
import type { Wrapped } from "./sandbox.ts";

/** What a program did. */
export type Execution =
  | {
      readonly kind: "done";
      /** Exit code; null when a signal ended it. */
      readonly code: number | null;
      readonly signal: NodeJS.Signals | null;
      readonly stdout: string;
      readonly stderr: string;
    }
  /** It was ended, for using more than it may. */
  | { readonly kind: "stopped"; readonly reason: string };

export interface ExecuteOptions extends RunLimits {
  /** Ends the program early. */
  readonly signal?: AbortSignal;
  /** A value that only the environment of this program and of what it starts has. */
  readonly marker?: string;
}

/** How often the use of memory and processes is looked at, in milliseconds. */
const watchInterval = 100;
/** How long to wait for output after the program has ended, in milliseconds: another may hold its pipe open for ever. */
const drainTime = 500;
/** Share of the machine's memory that a sample leaves to others. */
const reservedMemory = 0.05;

/** Runs a program to its end, or ends it with all that it started when it uses more than it may. */
export function execute(wrapped: Wrapped, cwd: string, options: ExecuteOptions): Promise<Execution> {
  return new Promise((resolve) => {
    const [program = "", ...args] = wrapped.command;
    const child = spawn(program, args, {
      cwd,
      env: { ...wrapped.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    let stopped: Execution | undefined;
    const stop = (reason: string) => {
      stopped ??= { kind: "stopped", reason };
      endTree(child, options.marker);
    };
    const timer = setTimeout(() => stop(`it did not end within ${options.seconds} seconds`), options.seconds * 1000);
    const watch = setInterval(() => {
      const reason = excess(child, options.marker);
      if (reason !== undefined) stop(reason);
    }, watchInterval);
    const interrupt = () => stop("it was interrupted");
    options.signal?.addEventListener("abort", interrupt);
    if (options.signal?.aborted) interrupt();
    const finish = (execution: Execution) => {
      clearTimeout(timer);
      clearInterval(watch);
      options.signal?.removeEventListener("abort", interrupt);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve(stopped ?? execution);
    };
    const keep = (chunks: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.output) stop(`it printed more than ${limits.output / 1e6} MB`);
      else chunks.push(chunk);
    };
    child.stdout.on("data", keep(stdout));
    child.stderr.on("data", keep(stderr));
    child.on("error", (error) => finish({ kind: "stopped", reason: `it could not be started: ${error.message}` }));
    child.on("exit", (code, signal) => {
      endTree(child, options.marker);
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
      const done = () => finish({ kind: "done", code, signal, stdout: text(stdout), stderr: text(stderr) });
      const drain = setTimeout(done, drainTime);
      child.on("close", () => {
        clearTimeout(drain);
        done();
      });
    });
  });
}

/** What a program uses too much of, in words; undefined while it keeps within its limits. */
function excess(child: ChildProcess, marker: string | undefined): string | undefined {
  if (child.pid === undefined) return undefined;
  const tree = processTree(child.pid, marker);
  if (tree.threads > limits.processes) return `it started more than ${limits.processes} processes and threads`;
  if (tree.memory > limits.memory) return `it used more than ${limits.memory / 2 ** 30} GiB of memory`;
  const available = availableMemory();
  if (available !== undefined && available < reservedMemory) return "the machine ran out of memory meanwhile";
  return undefined;
}

/**
 * Ends a program with everything it started. In a sandbox the end of the first process ends all, by the kernel; without
 * one, those are found by their parents, their process group and their environment.
 */
function endTree(child: ChildProcess, marker: string | undefined): void {
  if (child.pid === undefined) return;
  // A program that starts others all the time can be a few ahead of each list.
  for (let round = 0; round < 10; round++) {
    kill(-child.pid);
    const others = processTree(child.pid, marker).pids;
    for (const pid of others) kill(pid);
    if (others.length === 0) return;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended in the meantime.
  }
}
