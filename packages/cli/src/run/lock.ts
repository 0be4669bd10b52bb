import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "@high-recall/core";
import * as z from "zod";
import { explain, Failure } from "../failure.ts";
import { writeAll } from "../write.ts";

/** Where and when a sample last printed what it should. */
export const Ran = z.strictObject({
  /** Hash of the code and output that ran. */
  hash: z.string(),
  /** Versions it ran with, such as `Python 3.11.7, numpy 2.4.6`. */
  with: z.string(),
  on: z.iso.date(),
});
export type Ran = z.infer<typeof Ran>;

/** By item id. Committed, so that a build without Python can say what ran. */
export const RunLock = z.strictObject({ samples: z.record(z.string(), Ran) });
export type RunLock = z.infer<typeof RunLock>;

const name = "samples.lock.json";

/** The lock of a folder of topics; empty when there is none. @throws {Failure} when it cannot be understood */
export async function readLock(content: string): Promise<RunLock> {
  const path = join(content, name);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Failure(`Cannot read ${path}: ${explain(error)}`);
  });
  if (text === undefined) return { samples: {} };
  try {
    return RunLock.parse(JSON.parse(text));
  } catch {
    throw new Failure(
      `Cannot understand ${path}: restore it from version control, or remove it and run \`recall run\``,
    );
  }
}

/** Writes the lock, by id in code-unit order, so that two branches seldom touch the same line. */
export async function writeLock(content: string, lock: RunLock): Promise<void> {
  const samples = Object.fromEntries(Object.entries(lock.samples).sort(([one], [other]) => compareText(one, other)));
  const bytes = new TextEncoder().encode(`${JSON.stringify({ samples }, null, 2)}\n`);
  await writeAll([{ path: join(content, name), bytes }]);
}
