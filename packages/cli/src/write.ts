import { createHash, type Hash } from "node:crypto";
import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { Publication } from "@high-recall/core";
import { explain, Failure } from "./failure.ts";

/** Adds bytes to the end of a file that will appear under this path. */
export type Append = (path: string, bytes: Uint8Array) => Promise<void>;

/**
 * Writes files through temporary names: when `work` is done all appear, and when it fails, or Ctrl-C comes in between,
 * none does.
 * @throws {Failure} when a file cannot be written; and whatever `work` throws
 */
export async function writeTogether<Result>(work: (append: Append) => Promise<Result>): Promise<Result> {
  const temporary = (path: string) => `${path}.${process.pid}.tmp`;
  const begun = new Set<string>();
  const folders = new Set<string>();
  const interruption = holdSignals();
  const append: Append = async (path, bytes) => {
    try {
      if (begun.has(path)) await appendFile(temporary(path), bytes);
      else {
        const folder = dirname(path);
        if (!folders.has(folder)) await mkdir(folder, { recursive: true });
        folders.add(folder);
        begun.add(path);
        await settled([refuseFolder(path), writeFile(temporary(path), bytes)]);
      }
      interruption.throwIfAny();
    } catch (error) {
      throw cannotWrite(error);
    }
  };
  try {
    const result = await work(append);
    for (const path of begun) await rename(temporary(path), path).catch((error) => Promise.reject(cannotWrite(error)));
    return result;
  } catch (error) {
    await Promise.all([...begun].map((path) => rm(temporary(path), { force: true }).catch(() => {})));
    throw error;
  } finally {
    interruption.release();
  }
}

/** Writes files that are ready: all appear, or none does. @throws {Failure} */
export async function writeAll(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
  await writeTogether(async (append) => {
    for (const { path, bytes } of files) await append(path, bytes);
  });
}

/** What a run made, kept beside the artifacts so that the next run can remove what it no longer makes. */
export interface Manifest {
  readonly artifacts: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** What a publisher made below a folder. */
export interface Made {
  readonly name: string;
  readonly manifest: Manifest;
  readonly notices: readonly string[];
  /** Full paths of files that its last run made and this one did not. */
  readonly obsolete: readonly string[];
}

/** Appends a publisher's artifacts as they come, and then their manifest. */
export async function appendArtifacts(
  folder: string,
  name: string,
  { artifacts, notices }: Publication,
  append: Append,
): Promise<Made> {
  const sums = new Map<string, { bytes: number; hash: Hash }>();
  for await (const { path, bytes } of artifacts) {
    const sum = sums.get(path) ?? { bytes: 0, hash: createHash("sha256") };
    sums.set(path, sum);
    sum.bytes += bytes.length;
    sum.hash.update(bytes);
    await append(within(folder, path), bytes);
  }
  const manifest: Manifest = {
    artifacts: [...sums].map(([path, { bytes, hash }]) => ({ path, bytes, sha256: hash.digest("hex") })),
  };
  const manifestPath = join(folder, ".recall", `${name}.json`);
  const before = await readManifest(manifestPath);
  await append(manifestPath, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  const obsolete = before.artifacts.filter(({ path }) => !sums.has(path)).map(({ path }) => within(folder, path));
  return { name, manifest, notices, obsolete };
}

/** Removes what only the last run made; no other file. */
export async function removeObsolete({ obsolete }: Made): Promise<void> {
  for (const path of obsolete) await rm(path, { force: true });
}

/** Waits for all, so that no write goes on after the first fault. */
async function settled(promises: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(promises)).find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

function cannotWrite(error: unknown): Failure {
  const path = (error as NodeJS.ErrnoException).path?.replace(`.${process.pid}.tmp`, "");
  return new Failure(`Cannot write ${path ?? "the output"}: ${explain(error)}`);
}

/** A folder in a file's place would let only some of the files be renamed. */
async function refuseFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) throw Object.assign(new Error(), { code: "EISDIR", path });
}

/** Delays Ctrl-C and similar signals until `release`, which lets a held one end the process. */
function holdSignals(): { throwIfAny: () => void; release: () => void } {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let held: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals) => {
    held ??= signal;
  };
  for (const signal of signals) process.on(signal, hold);
  return {
    throwIfAny() {
      if (held) throw new Error(`interrupted by ${held}`);
    },
    release() {
      for (const signal of signals) process.off(signal, hold);
      if (held) process.kill(process.pid, held);
    },
  };
}

async function readManifest(path: string): Promise<Manifest> {
  try {
    const found = JSON.parse(await readFile(path, "utf8")) as Manifest;
    return { artifacts: found.artifacts.filter((artifact) => typeof artifact.path === "string") };
  } catch {
    return { artifacts: [] };
  }
}

/** An artifact's path below the folder. A publisher that leaves the folder is a programmer's mistake. */
function within(folder: string, path: string): string {
  const root = resolve(folder);
  const full = resolve(root, path);
  if (!full.startsWith(root + sep)) throw new Error(`Artifact ${path} lies outside of ${folder}`);
  return full;
}
