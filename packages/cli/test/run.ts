import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { type Host, main } from "../src/index.ts";

export const fixtures = join(dirname(fileURLToPath(import.meta.url)), "fixtures");

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `recall` in a folder, without a cache, and captures its output. */
export function recall(cwd: string, ...args: string[]): Promise<Run> {
  return recallWith({}, cwd, ...args);
}

/** Runs `recall` in a folder, on a machine that differs from others in `host`. */
export async function recallWith(host: Partial<Host>, cwd: string, ...args: string[]): Promise<Run> {
  let out = "";
  let err = "";
  const code = await main(args, {
    cwd,
    columns: 80,
    isColour: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...host,
  });
  return { code, out, err };
}

/** A folder outside of any workspace with copies of fixtures, removed when the test ends. */
export function sandbox(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "recall-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) cpSync(join(fixtures, name), join(folder, name), { recursive: true });
  return folder;
}

/** Every file below a folder, relative, sorted. */
export function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

export function text(...path: string[]): string {
  return readFileSync(join(...path), "utf8");
}
