import { type ChildProcess, spawn } from "node:child_process";
import type { Limits } from "./limits.ts";
import { type MachineMemory, machineMemory, processTree } from "./processes.ts";
import type { Wrapped } from "./sandbox.ts";

/** The result of running a program. */
export type Execution =
  | {
      readonly kind: "done";
      /** Exit code; null when a signal ended it. */
      readonly code: number | null;
      readonly signal: NodeJS.Signals | null;
      readonly stdout: string;
      readonly stderr: string;
    }
  /** It was killed because it exceeded a limit. */
  | { readonly kind: "stopped"; readonly reason: string };

export interface ExecuteOptions {
  readonly limits: Limits;
  /** Ends the program early. */
  readonly signal?: AbortSignal | undefined;
  /** A value that only this program and its descendants have in their environment. */
  readonly marker?: string | undefined;
}

/** Interval between checks of memory and processes, in milliseconds. */
const watchInterval = 100;
/** Milliseconds to wait for the rest of the output after the program has ended: others may keep its pipe open. */
const drainTime = 2000;
/** Share of the machine's memory that is reserved for other programs. */
const reservedMemory = 0.05;

/** Runs a program to its end, or kills it and everything it started if it exceeds a limit. */
export function execute(wrapped: Wrapped, cwd: string, options: ExecuteOptions): Promise<Execution> {
  const { limits, marker, signal } = options;
  return new Promise((resolve) => {
    const [program = "", ...args] = wrapped.command;
    const child = spawn(program, args, {
      cwd,
      env: { ...wrapped.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const before = machineMemory();
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    let stopped: Execution | undefined;
    const stop = (reason: string) => {
      stopped ??= { kind: "stopped", reason };
      endTree(child, marker);
    };
    const timer = setTimeout(
      () => stop(`it did not end within ${limits.seconds} ${limits.seconds === 1 ? "second" : "seconds"}`),
      limits.seconds * 1000,
    );
    const watch = setInterval(() => {
      const reason = excess(child, limits, before, marker);
      if (reason !== undefined) stop(reason);
    }, watchInterval);
    const interrupt = () => stop("it was interrupted");
    signal?.addEventListener("abort", interrupt);
    if (signal?.aborted) interrupt();
    const finish = (execution: Execution) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener("abort", interrupt);
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
    child.on("exit", (code, endedBy) => {
      endTree(child, marker);
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
      const done = () => finish({ kind: "done", code, signal: endedBy, stdout: text(stdout), stderr: text(stderr) });
      // Timers run before pending pipe data is read, so a busy process reads that first.
      const drain = setTimeout(() => setImmediate(() => setImmediate(done)), drainTime);
      child.on("close", () => {
        clearTimeout(drain);
        done();
      });
    });
  });
}

/** The limit that a program exceeds, in words; undefined if there is none. */
function excess(
  child: ChildProcess,
  limits: Limits,
  before: MachineMemory | undefined,
  marker: string | undefined,
): string | undefined {
  if (child.pid === undefined) return undefined;
  const tree = processTree(child.pid, marker);
  if (tree.threads > limits.processes) return `it started more than ${limits.processes} processes and threads`;
  const now = machineMemory();
  // Files in memory belong to no process, so any increase since the start counts as the program's.
  const files = now && before ? Math.max(0, now.shared - before.shared) : 0;
  if (tree.memory + files > limits.memory) return `it used more than ${limits.memory / 2 ** 20} MiB of memory`;
  if (now && now.available < reservedMemory * now.total) return "the machine ran out of memory meanwhile";
  return undefined;
}

/**
 * Ends a program with everything it started. In a sandbox the kernel ends all others with the first process. Without one,
 * they are found by their parents, their process group and their environment, which a hostile program can change.
 */
function endTree(child: ChildProcess, marker: string | undefined): void {
  if (child.pid === undefined) return;
  // A program that keeps starting others can be a few ahead of each list.
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
    // It has already ended.
  }
}
