import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
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

/** Writes files through temporary names: all appear, or none does. @throws {Failure} */
export async function writeAll(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Promise<void> {
  const temporary = (path: string) => `${path}.${process.pid}.tmp`;
  const written: string[] = [];
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(path), { recursive: true });
      written.push(temporary(path));
      await writeFile(temporary(path), bytes);
    }
    for (const { path } of files) await rename(temporary(path), path);
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true }).catch(() => {})));
    const path = (error as NodeJS.ErrnoException).path?.replace(`.${process.pid}.tmp`, "");
    throw new Failure(`Cannot write ${path ?? "the output"}: ${explain(error)}`);
  }
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
