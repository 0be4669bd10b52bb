import { open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { explain, Failure } from "./failure.ts";
import { isRunning } from "./file-lock.ts";
import { makeFolder } from "./make-folder.ts";
import { onSignals } from "./signals.ts";

/**
 * Puts a file in place whole, or not: it is on disk under another name before it gets its own, so that neither a kill nor a
 * power failure leaves half of it. Between `root` and the file no symbolic link is followed.
 * @throws {Failure} when it cannot be written
 */
export async function replaceFile(path: string, bytes: Uint8Array, root = dirname(path)): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  let held: NodeJS.Signals | undefined;
  const release = onSignals((signal) => {
    held ??= signal;
  });
  try {
    await makeFolder(root, dirname(path));
    await sweep(path);
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new Failure(`Cannot write ${path}: ${explain(error)}`);
  } finally {
    release();
    if (held) process.kill(process.pid, held);
  }
}

/** Removes what killed processes left of this file, and any that has the name that ours needs. */
async function sweep(path: string): Promise<void> {
  const name = basename(path);
  for (const other of await readdir(dirname(path))) {
    const pid = other.startsWith(`${name}.`) ? /^\.(\d+)\.tmp$/.exec(other.slice(name.length))?.[1] : undefined;
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
      await rm(join(dirname(path), other), { force: true });
  }
}
