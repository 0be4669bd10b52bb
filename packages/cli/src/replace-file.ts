import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { explain, Failure } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";
import { onSignals } from "./signals.ts";
import { sweepTemporary, temporaryPath } from "./temporary-file.ts";

/**
 * Replaces a file atomically: it is written to disk under another name and then renamed, so that neither a kill nor a
 * power failure leaves a partial file. Follows no symbolic link between `root` and the file.
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
