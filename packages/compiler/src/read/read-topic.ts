import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, relative, resolve, sep } from "node:path";
import { compareText, type Figure } from "@high-recall/core";
import type { ReadFigureOptions } from "@high-recall/figures";
import { largestFigure } from "@high-recall/figures/limits";
import type { DirectoryEntry } from "@high-recall/rules";
import { largestMarkdown } from "@high-recall/rules/limits";
import { isItemName, strayIn } from "./strays.ts";

const require = createRequire(import.meta.url);

/** A Markdown file of a topic. */
export interface SourceFile {
  /** As messages show it: relative to the working folder, with `/`. */
  readonly path: string;
  /** Such as `f1-formula.md`. */
  readonly name: string;
  readonly text: string;
}

/** A folder of items, as the disk has it. */
export interface TopicSource {
  /** The folder's name. */
  readonly id: string;
  /** The folder, relative to the working folder, with `/`; empty for the working folder itself. */
  readonly folder: string;
  /** Its Markdown, sorted by path; README.md is the topic's page. */
  readonly files: readonly SourceFile[];
  readonly figures: readonly Figure[];
  /** All that was found, the unusable included: what rules judge before anything is parsed. */
  readonly entries: readonly DirectoryEntry[];
}

/**
 * Reads a topic's folder. Ignores CHANGELOG.md, and files that do not look like items and are not in `figures/`.
 * Reads synchronously: for thousands of small files that takes a fifth of the processor time of reading them at once.
 *
 * @param cwd working folder: the paths in messages are relative to it
 * @param options how figures are checked
 * @throws {Error} when the folder cannot be read
 */
export function readTopic(folder: string, cwd: string = process.cwd(), options: ReadFigureOptions = {}): TopicSource {
  const root = resolve(cwd, folder);
  const shown = relative(cwd, root).split(sep).join("/");
  const inFolder = (path: string) => (shown === "" ? path : `${shown}/${path}`);
  const files: SourceFile[] = [];
  const figures: Figure[] = [];
  const id = basename(root);
  const entries: DirectoryEntry[] = [{ type: "topic", path: shown || ".", name: id }];

  const all = list(root);
  for (const found of all) {
    if (!isItemName(found.name)) {
      const stray = strayIn(root, found, inFolder(found.name));
      if (stray !== undefined) entries.push(stray);
      continue;
    }
    const entry = readMarkdown(join(root, found.name), found, inFolder(found.name));
    entries.push(entry);
    if (entry.type === "markdown") files.push({ path: entry.path, name: entry.name, text: entry.text });
  }
  const hasLink = all.some((found) => found.name === "figures" && found.isSymbolicLink());
  if (hasLink) entries.push({ type: "not-a-file", path: inFolder("figures"), name: "figures" });
  const pictures = hasLink ? [] : listFigures(root);
  const names = new Set(pictures.map(({ name }) => name));
  for (const found of pictures) {
    if (found.name.endsWith(".py")) {
      entries.push(scriptEntry(join(root, "figures", found.name), found, inFolder, names));
      continue;
    }
    const { entry, figure } = readPicture(join(root, "figures", found.name), found, inFolder, options);
    entries.push(entry);
    if (figure !== undefined) figures.push(figure);
  }
  if (entries.every((entry) => entry.name !== "README.md" && !isMisnamedPage(entry))) {
    entries.push({ type: "no-topic-page", path: inFolder("README.md"), name: "README.md" });
  }
  return { id, folder: shown, files, figures, entries };
}

/** A page with another ending is reported once, for its ending. */
function isMisnamedPage(entry: DirectoryEntry): boolean {
  return entry.type === "stray-file" && entry.expected === "`README.md`";
}

function list(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((one, other) => compareText(one.name, other.name));
}

/** A topic needs no figures; a folder of them that may not be read is an error. Hidden files there are of programs. */
function listFigures(root: string): Dirent[] {
  try {
    return list(join(root, "figures")).filter(({ name }) => !name.startsWith("."));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}

function readMarkdown(absolute: string, found: Dirent, path: string): DirectoryEntry {
  const { name } = found;
  const read = readBytes(absolute, found, largestMarkdown);
  if (read.type !== "bytes") return { ...read, path, name };
  const text = decode(read.bytes);
  return text === undefined ? { ...notUtf8(read.bytes), path, name } : { type: "markdown", path, name, text };
}

function readPicture(
  absolute: string,
  found: Dirent,
  inFolder: (path: string) => string,
  options: ReadFigureOptions,
): { entry: DirectoryEntry; figure: Figure | undefined } {
  const { name } = found;
  const path = inFolder(`figures/${name}`);
  const read = readBytes(absolute, found, largestFigure);
  if (read.type !== "bytes") return { entry: { ...read, path, name }, figure: undefined };
  // Loaded with the first figure: a curriculum may have none.
  const { readFigure } = require("@high-recall/figures") as typeof import("@high-recall/figures");
  const { figure, faults, text = "" } = readFigure(`figures/${name}`, read.bytes, options);
  return { entry: { type: "figure", path, name, text, faults }, figure: faults.length === 0 ? figure : undefined };
}

/** A script beside a figure; `recall run` reads it, nothing else does. */
function scriptEntry(
  absolute: string,
  found: Dirent,
  inFolder: (path: string) => string,
  names: ReadonlySet<string>,
): DirectoryEntry {
  const { name } = found;
  const path = inFolder(`figures/${name}`);
  const read = readBytes(absolute, found, largestMarkdown);
  if (read.type !== "bytes") return { ...read, path, name };
  const text = decode(read.bytes);
  if (text === undefined) return { ...notUtf8(read.bytes), path, name };
  return { type: "figure-script", path, name, text, hasFigure: names.has(name.replace(/\.py$/, ".svg")) };
}

type Read =
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | { readonly type: "not-a-file" }
  | { readonly type: "too-large"; readonly bytes: number; readonly most: number };

/** The bytes of a regular file. A symbolic link is not followed, whatever it leads to. */
function readBytes(absolute: string, found: Dirent, most: number): Read {
  if (!found.isFile()) return { type: "not-a-file" };
  const { size } = statSync(absolute);
  return size > most ? { type: "too-large", bytes: size, most } : { type: "bytes", bytes: readFileSync(absolute) };
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Shows the text with U+FFFD for what cannot be read, so that the first such place can be named. */
function notUtf8(bytes: Uint8Array): { type: "not-utf-8"; text: string; offset: number } {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return { type: "not-utf-8", text, offset: Math.max(text.indexOf("\ufffd"), 0) };
}
