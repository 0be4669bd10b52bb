import { lstat, mkdir } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/**
 * Makes a folder and those above it. Below `root` no part of the path may be a symbolic link: a file written through one
 * ends up elsewhere.
 * @throws {NodeJS.ErrnoException} with the path of the first part that cannot be made, and the reason
 */
export async function makeFolder(root: string, folder: string): Promise<void> {
  await makeAnyFolder(root);
  let path = root;
  for (const part of relative(root, folder).split(sep).filter(Boolean)) {
    path = join(path, part);
    await makeOne(path);
    if ((await lstat(path)).isSymbolicLink()) {
      throw Object.assign(new Error("it is a symbolic link, which recall does not follow: remove it"), { path });
    }
  }
}

/** `mkdir` with `recursive` says "no such file" where a folder may not be written. */
async function makeAnyFolder(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found) return makeOne(path);
  if (dirname(path) !== path) await makeAnyFolder(dirname(path));
  await makeOne(path);
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const found = await lstat(path);
    if (found.isSymbolicLink() || found.isDirectory()) return;
    throw Object.assign(new Error(), { code: "ENOTDIR", path });
  }
}
