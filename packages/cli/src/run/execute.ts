import { spawn } from "node:child_process";
import type { Limits } from "./sandbox.ts";

/** What a program did. */
export type Execution =
  | { readonly kind: "done"; readonly code: number | null; readonly stdout: string; readonly stderr: string }
  | { readonly kind: "timeout" }
  | { readonly kind: "flood" }
  | { readonly kind: "unstartable"; readonly reason: string };

/** Environment of a sample: the same on every machine. */
const environment = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  HOME: "/tmp",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
  PYTHONHASHSEED: "0",
  PYTHONDONTWRITEBYTECODE: "1",
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
};

/** Runs a program to its end, or ends it: after its time, or when it prints too much. */
export function execute([program = "", ...args]: readonly string[], cwd: string, limits: Limits): Promise<Execution> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    let ended: Execution | undefined;
    const end = (execution: Execution) => {
      ended ??= execution;
      kill(child.pid);
    };
    const timer = setTimeout(() => end({ kind: "timeout" }), limits.seconds * 1000);
    const keep = (chunks: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.outputBytes) end({ kind: "flood" });
      else chunks.push(chunk);
    };
    child.stdout.on("data", keep(stdout));
    child.stderr.on("data", keep(stderr));
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ kind: "unstartable", reason: error.message });
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
      resolve(ended ?? { kind: "done", code, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

/** Ends the program with everything it started: it leads a process group of its own. */
function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself in the meantime.
  }
}
