import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { Artifact } from "@high-recall/core";
import { explain, Failure } from "./failure.ts";

/** What a run made, kept beside the artifacts so that the next run can remove what it no longer makes. */
export interface Manifest {
  readonly artifacts: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/**
 * Writes all artifacts below `folder`, or none: each goes to a temporary name first, and only when every one is on disk
 * are they renamed. Then files that the last run of `name` made and this one did not are removed; nothing else is.
 * @throws {Failure} when the folder cannot be written
 */
export async function writeArtifacts(folder: string, name: string, artifacts: readonly Artifact[]): Promise<Manifest> {
  const manifest: Manifest = {
    artifacts: artifacts.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const manifestPath = join(folder, ".recall", `${name}.json`);
  const before = await readManifest(manifestPath);
  const files = artifacts.map(({ path, bytes }) => ({ path: within(folder, path), bytes }));
  files.push({ path: manifestPath, bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) });
  await writeAll(files);
  const made = new Set(manifest.artifacts.map(({ path }) => path));
  for (const { path } of before.artifacts) {
    if (!made.has(path)) await rm(within(folder, path), { force: true });
  }
  return manifest;
}

/** Writes files through temporary names: all appear, or none does, also when Ctrl-C comes in between. @throws {Failure} */
export async function writeAll(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const temporary = (path: string) => `${path}.${process.pid}.tmp`;
  const written: string[] = [];
  const interruption = holdSignals();
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(path), { recursive: true });
      await refuseFolder(path);
      written.push(temporary(path));
      await writeFile(temporary(path), bytes);
      interruption.throwIfAny();
    }
    for (const { path } of files) await rename(temporary(path), path);
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true }).catch(() => {})));
    const path = (error as NodeJS.ErrnoException).path?.replace(`.${process.pid}.tmp`, "");
    throw new Failure(`Cannot write ${path ?? "the output"}: ${explain(error)}`);
  } finally {
    interruption.release();
  }
}

/** A folder in a file's place would let only half of the files be renamed. */
async function refuseFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) throw Object.assign(new Error(), { code: "EISDIR", path });
}

/** Keeps Ctrl-C and its like from ending the process until `release`, which then ends it as they would have. */
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

/** An artifact's path joined to the folder. A publisher that would leave the folder is a programmer's mistake. */
function within(folder: string, path: string): string {
  const root = resolve(folder);
  const full = resolve(root, path);
  if (!full.startsWith(root + sep)) throw new Error(`Artifact ${path} lies outside of ${folder}`);
  return full;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
