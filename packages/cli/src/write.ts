import { createHash, type Hash } from "node:crypto";
import { constants, type Dirent, rmSync } from "node:fs";
import { access, lstat, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Artifact } from "@high-recall/core";
import * as z from "zod";
import { explain, Failure } from "./failure.ts";
import { withFileLock } from "./file-lock.ts";
import { makeFolder } from "./make-folder.ts";
import { isBelow } from "./paths.ts";
import { readRegularFile } from "./read-file.ts";
import { onSignals } from "./signals.ts";
import { applyJournal, type Journal, newStagingFolder, recover, stagedPath, writeJournal } from "./write-journal.ts";

/** The paths that a run wrote, kept beside the artifacts so that the next run can remove those it no longer makes. */
export const Manifest = z.object({
  artifacts: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Artifacts in order; each can be freed once the next is requested. Pieces of one path are joined. */
export type Artifacts = Iterable<Artifact> | AsyncIterable<Artifact>;

/** Writes the artifacts of one publisher. @see writePublications */
export async function writeArtifacts(output: string, name: string, artifacts: Artifacts): Promise<Manifest> {
  const [manifest] = await writePublications(output, [[name, artifacts]]);
  if (!manifest) throw new Error(`No manifest of ${name}`);
  return manifest;
}

/**
 * Writes the artifacts of several publishers below `output`: all or none. They are written to a staging folder; a journal
 * lists the moves, and then they are made. If the process is killed before it has written the journal, nothing changes;
 * if after, the next run completes the moves. Removes only files that the publisher's last run made and this one does not.
 *
 * Artifacts are not synced to disk, which takes milliseconds each: after a power failure, build them again.
 * @throws {Failure} when the folder cannot be written
 */
export async function writePublications(
  output: string,
  publications: Iterable<readonly [name: string, artifacts: Artifacts]>,
): Promise<Manifest[]> {
  const staging = newStagingFolder(output);
  const clear = () => rmSync(staging, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  let isCommitted = false;
  let held: NodeJS.Signals | undefined;
  const release = onSignals((signal) => {
    held ??= signal;
    if (isCommitted) return;
    release();
    clear();
    process.kill(process.pid, signal);
  });
  try {
    await explained(output, () => makeFolder(output, join(output, ".recall")));
    await withLock(output, () => recover(output));
    const made = new Map<string, Manifest>();
    const paths = new Set<string>();
    for (const [name, artifacts] of publications) {
      made.set(name, await stage(output, staging, artifacts, paths));
    }
    await withLock(output, async () => {
      await recover(output);
      const journal = await plan(output, made);
      for (const [name, manifest] of made) {
        await stageFile(output, staging, manifestPath(name), encode(`${JSON.stringify(manifest, null, 2)}\n`));
      }
      await writeJournal(staging, journal);
      isCommitted = true;
      await explained(output, () => applyJournal(output, staging, journal));
    });
    return [...made.values()];
  } finally {
    release();
    if (!isCommitted) clear();
    if (held) process.kill(process.pid, held);
  }
}

/** Makes the artifacts of one publisher in the staging folder, each as it comes. */
async function stage(output: string, staging: string, artifacts: Artifacts, paths: Set<string>): Promise<Manifest> {
  const sums = new Map<string, { bytes: number; readonly hash: Hash }>();
  for await (const { path, bytes } of artifacts) {
    if (!isBelow(output, join(output, path)) || path.split("/")[0] === ".recall") {
      throw new Error(`Artifact ${path} lies outside of ${output}`);
    }
    const sum = sums.get(path) ?? { bytes: 0, hash: createHash("sha256") };
    if (!sums.has(path) && paths.has(path)) {
      throw new Failure(`Two formats make ${path}: give each a path of its own under \`products\` of edition.yaml`);
    }
    await stageFile(output, staging, path, bytes, sums.has(path) ? "a" : "wx");
    sums.set(path, sum);
    paths.add(path);
    sum.bytes += bytes.length;
    sum.hash.update(bytes);
  }
  return { artifacts: [...sums].map(([path, { bytes, hash }]) => ({ path, bytes, sha256: hash.digest("hex") })) };
}

/** @param flag `a` to append a piece to a file */
async function stageFile(
  output: string,
  staging: string,
  path: string,
  bytes: Uint8Array,
  flag: "wx" | "a" = "wx",
): Promise<void> {
  const staged = stagedPath(staging, path);
  await explained(
    output,
    async () => {
      await makeFolder(staging, dirname(staged));
      await writeFile(staged, bytes, { flag });
    },
    path,
  );
}

/** Plans how the staged files move to their places. */
async function plan(output: string, made: ReadonlyMap<string, Manifest>): Promise<Journal> {
  const before = new Set<string>();
  for (const name of made.keys()) for (const path of await pathsOfLastRun(output, name)) before.add(path);
  const now = [...made.values()].flatMap(({ artifacts }) => artifacts.map(({ path }) => path));
  const journal: Journal = { moves: [], replaced: [], removed: [] };
  for (const [top, paths] of Map.groupBy(now, topOf)) {
    const found = await explained(output, () => listBelow(output, top));
    refuseObstacles(output, paths, found);
    await explained(output, () => refuseReadOnly(output, found));
    // A folder with only our own files is moved as a whole, in one step.
    const isFolder = !paths.includes(top);
    if (isFolder && found.size > 0 && holdsOnly(before, found)) journal.replaced.push(top);
    if (isFolder && (found.size === 0 || holdsOnly(before, found))) journal.moves.push(top);
    else journal.moves.push(...paths);
  }
  const kept = new Set([...now, ...journal.replaced]);
  journal.removed = [...before].filter((path) => !kept.has(path) && !kept.has(topOf(path)));
  journal.moves.push(...[...made.keys()].map(manifestPath));
  return journal;
}

type Kind = "file" | "folder" | "other";

/** Everything at and below a path of the output: path -> kind. Empty when nothing is there. */
async function listBelow(output: string, top: string): Promise<Map<string, Kind>> {
  const full = join(output, top);
  const found = await lstat(full).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!found) return new Map();
  const kinds = new Map<string, Kind>([[top, kindOf(found)]]);
  if (!found.isDirectory()) return kinds;
  if (found.dev !== (await lstat(output)).dev) {
    throw Object.assign(new Error("it is on another file system: choose another folder with `--out`"), { path: full });
  }
  for (const entry of await readdir(full, { recursive: true, withFileTypes: true })) {
    kinds.set(relative(output, join(entry.parentPath, entry.name)).split(sep).join("/"), kindOf(entry));
  }
  return kinds;
}

function kindOf(entry: Pick<Dirent, "isFile" | "isDirectory">): Kind {
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
}

/** Whether only files of the last run, and folders around them, are there. */
function holdsOnly(before: ReadonlySet<string>, found: ReadonlyMap<string, Kind>): boolean {
  const folders = new Set([...before].flatMap(foldersAround));
  return [...found].every(([path, kind]) =>
    kind === "file" ? before.has(path) : kind === "folder" && folders.has(path),
  );
}

/** @throws {Failure} where a folder is in the way of a file, or something else in the way of a folder */
function refuseObstacles(output: string, paths: readonly string[], found: ReadonlyMap<string, Kind>): void {
  const refuse = (path: string, why: string) => {
    throw new Failure(`Cannot write ${join(output, path)}: ${why}`);
  };
  for (const path of paths) {
    if (found.get(path) === "folder") refuse(path, "it is a folder");
    for (const folder of foldersAround(path)) {
      if (found.get(folder) === "file") refuse(folder, "it is a file, where a folder must be");
      if (found.get(folder) === "other")
        refuse(folder, "it is a symbolic link or a device, which recall does not follow: remove it");
    }
  }
}

/** @throws where a folder is read-only; checked before the first move */
async function refuseReadOnly(output: string, found: ReadonlyMap<string, Kind>): Promise<void> {
  await access(output, constants.W_OK);
  for (const [path, kind] of found) if (kind === "folder") await access(join(output, path), constants.W_OK);
}

/** Paths that the last run of a publisher made; none when its manifest cannot be understood. */
async function pathsOfLastRun(output: string, name: string): Promise<string[]> {
  try {
    const { artifacts } = Manifest.parse(JSON.parse(await readRegularFile(join(output, manifestPath(name)))));
    return artifacts.map(({ path }) => path).filter((path) => isBelow(output, join(output, path)));
  } catch {
    return [];
  }
}

function manifestPath(name: string): string {
  return `.recall/${name}.json`;
}

function topOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** `a/b/c` -> `a`, `a/b`. */
function foldersAround(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

function withLock<T>(output: string, work: () => Promise<T>): Promise<T> {
  return withFileLock(join(output, ".recall", "lock"), work);
}

/** Does `work`; turns a failed system call into a Failure with its path, or `path`, and how to fix it. */
async function explained<T>(output: string, work: () => Promise<T>, path?: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, path: failed } = error as NodeJS.ErrnoException;
    if (error instanceof Failure || (code === undefined && failed === undefined)) throw error;
    const shown = path === undefined ? (failed ?? output) : join(output, path);
    throw new Failure(`Cannot write ${shown}: ${explain(error)}${wayOut(code)}`);
  }
}

function wayOut(code: string | undefined): string {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return ". What was there before is unchanged: free some space and run the command again";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return ". Make it writable, or choose another folder with `--out`";
    default:
      return "";
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
