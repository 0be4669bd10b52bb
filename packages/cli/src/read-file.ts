import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** The largest file that is read as text, in bytes: enough for the register of a curriculum of 100,000 items. */
const largest = 256 * 2 ** 20;

/**
 * The text of a regular file. Refuses pipes and devices, whose content might never end.
 * @throws {NodeJS.ErrnoException} as `readFile` does, and for anything but a regular file of at most that size
 */
export async function readRegularFile(path: string): Promise<string> {
  // Without O_NONBLOCK, opening a pipe waits for its writer.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    if (found.isDirectory()) throw Object.assign(new Error("it is a folder"), { code: "EISDIR", path });
    if (!found.isFile()) throw Object.assign(new Error("it is a pipe or a device, not a file"), { path });
    if (found.size > largest) throw Object.assign(new Error(`it is larger than ${largest / 2 ** 20} MiB`), { path });
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}
