import { randomUUID } from "node:crypto";
import { link, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { explain, Failure } from "./failure.ts";
import { readRegularFile } from "./read-file.ts";
import { isRunning, sweepTemporary, temporaryPath } from "./temporary-file.ts";

/** The process that has a lock. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  /** Distinguishes two holders with the same process id. */
  readonly token: string;
}

/** How long to wait for another process, in milliseconds. A lock is normally kept only briefly. */
const patience = 30_000;

/**
 * Does `work` while no other process does work under the same path. The file is removed afterwards; one that a killed
 * process left behind is taken over.
 * @throws {Failure} when another holds it for too long, or the file cannot be written
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience;
  while (!(await create(path))) {
    const holder = await read(path);
    if (holder && isDead(holder)) await removeDead(path, holder);
    if (Date.now() > deadline) {
      throw new Failure(
        `Another process has locked ${path}: wait for it, or delete the file if no other \`recall\` runs`,
      );
    }
    await sleep(5 + Math.random() * 20);
  }
  try {
    await sweepTemporary(path);
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Makes the lock with its content in one step: a half-written lock could never be seen to be dead. False if it exists. */
async function create(path: string): Promise<boolean> {
  const holder: Holder = { host: hostname(), pid: process.pid, token: randomUUID() };
  const own = temporaryPath(path);
  try {
    await writeFile(own, JSON.stringify(holder), { flag: "wx" });
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new Failure(`Cannot write ${path}: ${explain(error)}`);
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Removes the lock of a dead process, but no later one: a second lock, named after the dead holder, lets one
 * process at a time check and remove it.
 */
async function removeDead(path: string, dead: Holder): Promise<void> {
  const second = `${path}.${dead.token}`;
  if (!(await create(second))) return;
  try {
    if ((await read(path))?.token === dead.token) await rm(path, { force: true });
  } finally {
    await rm(second, { force: true });
  }
}

/** Undefined if the lock no longer exists. */
async function read(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readRegularFile(path)) as Holder;
  } catch {
    return undefined;
  }
}

function isDead({ host, pid }: Holder): boolean {
  return host === hostname() && !isRunning(pid);
}
