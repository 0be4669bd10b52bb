import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "./host.ts";

/**
 * A digest that only this user can make: with a random key in the cache folder, where no contributor can write. What has
 * it was written here, and did not come with someone's files. Undefined where there is no such folder.
 */
export function localDigest(text: string, { cacheFolder }: Pick<Host, "cacheFolder">): string | undefined {
  const key = cacheFolder === undefined ? undefined : keyIn(cacheFolder);
  return key && createHmac("sha256", key).update(text).digest("hex");
}

const keys = new Map<string, string>();

function keyIn(folder: string): string | undefined {
  const path = join(folder, "key");
  const known = keys.get(path) ?? readKey(path) ?? makeKey(folder, path);
  if (known !== undefined) keys.set(path, known);
  return known;
}

function makeKey(folder: string, path: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    // Another process may make one at the same time: the first one counts.
    writeFileSync(path, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch {}
  return readKey(path);
}

function readKey(path: string): string | undefined {
  try {
    // A pipe in its place would never end.
    if (!statSync(path).isFile()) return undefined;
    const text = readFileSync(path, "utf8");
    return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
