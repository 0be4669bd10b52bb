import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { makeFolder } from "./make-folder.ts";
import { isBelow } from "./paths.ts";
import { readRegularFile } from "./read-file.ts";
import { replaceFile } from "./replace-file.ts";
import { isRunning } from "./temporary-file.ts";

/** Remaining steps once all files are made: paths below the output folder, with `/`. */
export const Journal = z.strictObject({
  /** Files and whole folders that move from the staging folder to the output, in this order. */
  moves: z.array(z.string()),
  /** Those of them that are folders replacing an older one. */
  replaced: z.array(z.string()),
  /** Files to remove, because they are no longer made. */
  removed: z.array(z.string()),
});
export type Journal = z.infer<typeof Journal>;

const stagingName = /^staging\.(\d+)\.\d+$/;
let stagingCount = 0;

/** A staging folder of this process, in the output folder: on the same file system, so that moves are renames. */
export function newStagingFolder(output: string): string {
  return join(output, ".recall", `staging.${process.pid}.${stagingCount++}`);
}

/** Where an artifact waits in the staging folder. */
export function stagedPath(staging: string, path: string): string {
  return join(staging, "new", path);
}

/** Writes the journal: from here on, the moves will be made, by this run or by the next. */
export async function writeJournal(staging: string, journal: Journal): Promise<void> {
  await replaceFile(journalPath(staging), new TextEncoder().encode(JSON.stringify(journal)));
}

/** Makes the moves of a journal that are not made yet, and removes the staging folder. */
export async function applyJournal(output: string, staging: string, journal: Journal): Promise<void> {
  const replaced = new Set(journal.replaced);
  for (const path of journal.moves) {
    const staged = stagedPath(staging, path);
    const target = join(output, path);
    if (!(await isThere(staged))) continue;
    await makeFolder(output, dirname(target));
    if (replaced.has(path) && (await isThere(target))) {
      const old = join(staging, "old", path);
      await mkdir(dirname(old), { recursive: true });
      await rename(target, old);
    }
    await rename(staged, target);
  }
  for (const path of journal.removed) {
    await makeFolder(output, dirname(join(output, path)));
    await rm(join(output, path), { force: true });
  }
  await rm(journalPath(staging));
  await rm(staging, { recursive: true, force: true });
}

/** Cleans up after killed runs: completes those with a journal, removes staging folders without one. */
export async function recover(output: string): Promise<void> {
  const folder = join(output, ".recall");
  for (const name of await readdir(folder)) {
    const pid = stagingName.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const staging = join(folder, name);
    const journal = await readJournal(output, staging);
    if (journal) await applyJournal(output, staging, journal);
    await rm(staging, { recursive: true, force: true });
  }
}

async function readJournal(output: string, staging: string): Promise<Journal | undefined> {
  try {
    const journal = Journal.parse(JSON.parse(await readRegularFile(journalPath(staging))));
    const paths = [...journal.moves, ...journal.removed];
    return paths.every((path) => isBelow(output, join(output, path))) ? journal : undefined;
  } catch {
    return undefined;
  }
}

function journalPath(staging: string): string {
  return join(staging, "journal.json");
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
