import { join } from "node:path";
import { compareText } from "@high-recall/core";
import * as z from "zod";
import { explain, Failure } from "../failure.ts";
import { withFileLock } from "../file-lock.ts";
import { readRegularFile } from "../read-file.ts";
import { replaceFile } from "../replace-file.ts";

/** When, and with which versions, a sample last printed its expected output. */
export const Ran = z.strictObject({
  /** Hash of the code and output that ran. */
  hash: z.string(),
  /** Versions it ran with, such as `Python 3.11.7, numpy 2.4.6`. */
  with: z.string(),
  on: z.iso.date(),
});
export type Ran = z.infer<typeof Ran>;

/** By item id. Committed to git, so that a build without Python knows what ran. */
export const RunLock = z.strictObject({ samples: z.record(z.string(), Ran) });
export type RunLock = z.infer<typeof RunLock>;

/** The lock of a folder of topics; empty when there is none. @throws {Failure} when it cannot be understood */
export async function readLock(content: string): Promise<RunLock> {
  const path = lockPath(content);
  const text = await readRegularFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Failure(`Cannot read ${path}: ${explain(error)}`);
  });
  if (text === undefined) return { samples: {} };
  try {
    return RunLock.parse(JSON.parse(text));
  } catch {
    throw new Failure(`${path} is damaged: restore it from version control, or remove it and run \`recall run\``);
  }
}

/**
 * Reads the lock again and adds a run, because another process may have added one. Ids are in code-unit order, so that
 * two branches seldom touch the same line.
 */
export async function recordRun(content: string, id: string, ran: Ran): Promise<void> {
  const path = lockPath(content);
  await withFileLock(`${path}.lock`, async () => {
    const all = { ...(await readLock(content)).samples, [id]: ran };
    const samples = Object.fromEntries(Object.entries(all).sort(([one], [other]) => compareText(one, other)));
    await replaceFile(path, new TextEncoder().encode(`${JSON.stringify({ samples }, null, 2)}\n`));
  });
}

function lockPath(content: string): string {
  return join(content, "samples.lock.json");
}
