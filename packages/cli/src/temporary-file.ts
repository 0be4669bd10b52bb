import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

let count = 0;

/** Path of a temporary file beside the file it will replace; its process id lets leftovers of dead processes be removed. */
export function temporaryPath(path: string): string {
  return `${path}.${process.pid}-${count++}.tmp`;
}

/** Removes temporary files that killed processes left beside a file. */
export async function sweepTemporary(path: string): Promise<void> {
  const name = basename(path);
  for (const other of await readdir(dirname(path))) {
    const pid = other.startsWith(name) ? /^\.(\d+)-\d+\.tmp$/.exec(other.slice(name.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), other), { force: true });
  }
}

/** Whether there is a process with this id on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
