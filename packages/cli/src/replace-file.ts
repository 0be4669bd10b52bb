import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { explain, Failure } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";
import { onSignals } from "./signals.ts";
import { sweepTemporary, temporaryPath } from "./temporary-file.ts";

/**
 * Puts a file in place whole, or not: it is on disk under another name before it gets its own, so that neither a kill nor a
 * power failure leaves half of it. Between `root` and the file no symbolic link is followed.
 * @throws {Failure} when it cannot be written
 */
export async function replaceFile(path: string, bytes: Uint8Array, root = dirname(path)): Promise<void> {
  const temporary = temporaryPath(path);
  let held: NodeJS.Signals | undefined;
  const release = onSignals((signal) => {
    held ??= signal;
  });
  try {
    await makeFolder(root, dirname(path));
    await sweepTemporary(path);
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
