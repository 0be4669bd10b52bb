import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join, resolve, sep } from "node:path";

/**
 * Absolute path of a program on `searchPath`; undefined when there is none. Skips every folder that a contributor's files
 * can fill: relative ones (they depend on the working folder), those inside `content`, and `node_modules/.bin`, which
 * package managers put on PATH by themselves.
 */
export async function findProgram(name: string, searchPath: string, content: string): Promise<string | undefined> {
  for (const folder of searchPath.split(delimiter)) {
    if (!isAbsolute(folder) || folder.split(sep).includes("node_modules")) continue;
    const path = join(folder, name);
    if ((await isExecutable(path)) && !(await leadsInto(path, content))) return path;
  }
  return undefined;
}

/** Whether a path, or what it links to, is in a folder. */
export async function leadsInto(path: string, folder: string): Promise<boolean> {
  const root = await realpath(folder);
  const places = [
    resolve(path),
    await realpath(resolve(path, "..")).catch(() => path),
    await realpath(path).catch(() => path),
  ];
  return places.some((place) => [resolve(folder), root].some((base) => place === base || place.startsWith(base + sep)));
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
