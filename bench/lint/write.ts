// node bench/lint/write.ts folder items: writes the curriculum that the bench checks
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeCurriculum } from "./curriculum.ts";

/** Writes a curriculum of so many items into a folder, and gives the path of one of them from there. */
export function writeCurriculum(folder: string, count: number): string {
  const files = makeCurriculum(count);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return files.at(-1)?.path ?? "";
}

/** Changes the day on which the facts of an item were verified. */
export function editItem(file: string, day: number): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(/^verified: .*$/m, `verified: 2026-11-${day}`));
}

if (import.meta.main) {
  const [folder = "", count = ""] = process.argv.slice(2);
  writeCurriculum(folder, Number(count));
}
