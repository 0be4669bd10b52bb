import type { Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { compareText, type Figure, type FileData } from "@high-recall/core";
import { type ReadFigureOptions, readFigure } from "@high-recall/figures";
import { VFile } from "vfile";
import { placeAt } from "./place.ts";
import { report } from "./report.ts";
import { largestFile, reportSize } from "./size.ts";

/** A folder of items, as it lies on the disk. */
export interface TopicSource {
  /** The folder's name. */
  readonly id: string;
  /** The folder, relative to the working directory, with `/`. */
  readonly folder: string;
  /** Its Markdown, sorted by path; README.md is the topic's page. */
  readonly files: readonly VFile[];
  readonly figures: readonly Figure[];
  /** What is there but cannot be used, each with its messages. */
  readonly broken?: readonly VFile[];
}

/**
 * Reads a topic's folder; the only place where the compiler touches the disk. Hidden files, CHANGELOG.md and whatever
 * is neither Markdown nor in `figures/` are passed over.
 *
 * @param cwd working directory: the paths in messages are relative to it
 * @param options how figures are checked
 * @throws {Error} when the folder cannot be read
 */
export async function read(
  folder: string,
  cwd: string = process.cwd(),
  options: ReadFigureOptions = {},
): Promise<TopicSource> {
  const root = resolve(cwd, folder);
  const shown = relative(cwd, root).split(sep).join("/");
  const topic = basename(root);
  const reading: Reading = { root, realRoot: await realpath(root), shown, cwd, topic, options, broken: [] };

  const names = (await readdir(root)).filter(
    (name) => name.endsWith(".md") && isShown(name) && name !== "CHANGELOG.md",
  );
  const pictures = (await readdir(join(root, "figures")).catch(noneWhenAbsent)).filter(isShown);
  const files: VFile[] = [];
  for (const name of names.sort(compareText)) files.push(...(await readMarkdown(name, reading)));
  const figures: Figure[] = [];
  for (const name of pictures.sort(compareText)) figures.push(...(await readPicture(`figures/${name}`, reading)));
  return { id: topic, folder: shown, files, figures, broken: reading.broken };
}

interface Reading {
  readonly root: string;
  readonly realRoot: string;
  readonly shown: string;
  readonly cwd: string;
  readonly topic: string;
  readonly options: ReadFigureOptions;
  readonly broken: VFile[];
}

/** What a file may be at most, and how to get there. */
interface Limit {
  readonly bytes: number;
  readonly remedy: string;
}
const markdownLimit: Limit = { bytes: largestFile, remedy: "split the file" };
const figureLimit: Limit = { bytes: 2 * 1024 * 1024, remedy: "save it with fewer points or pixels" };

function isShown(name: string): boolean {
  return !name.startsWith(".");
}

/** A topic needs no figures; a folder of them that may not be read is another matter. */
function noneWhenAbsent(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
  throw error;
}

async function readMarkdown(name: string, reading: Reading): Promise<VFile[]> {
  const file = newFile(name, reading);
  const bytes = await readBytes(name, file, markdownLimit, reading);
  if (bytes === undefined) return [];
  const text = decode(bytes);
  if (text === undefined) {
    reportEncoding(file, bytes);
    reading.broken.push(file);
    return [];
  }
  file.value = text;
  return [file];
}

async function readPicture(path: string, reading: Reading): Promise<Figure[]> {
  const file = newFile(path, reading);
  const bytes = await readBytes(path, file, figureLimit, reading);
  if (bytes === undefined) return [];
  const { figure, faults, text } = readFigure(path, bytes, reading.options);
  if (text !== undefined) file.value = text;
  for (const { rule, reason, start = 0, end = 0 } of faults) report(file, rule, reason, placeAt(file, start, end));
  if (figure !== undefined && faults.length === 0) return [figure];
  reading.broken.push(file);
  return [];
}

function newFile(path: string, { shown, cwd, topic }: Reading): VFile {
  const data: FileData = { topic };
  return new VFile({ path: shown === "" ? path : `${shown}/${path}`, cwd, data: { ...data } });
}

/** The bytes of a regular file of the topic; what is too large or elsewhere is reported instead. */
async function readBytes(path: string, file: VFile, limit: Limit, reading: Reading): Promise<Uint8Array | undefined> {
  const absolute = join(reading.root, path);
  const real = await realpath(absolute).catch(() => undefined);
  const stats: Stats | undefined = real === undefined ? undefined : await stat(real);
  if (real === undefined || !real.startsWith(reading.realRoot + sep) || !stats?.isFile()) {
    report(
      file,
      "symbolic-link",
      "Unexpected link or folder, expected a file that lies in the topic itself",
      placeAt(file, 0, 0),
    );
  } else if (stats.size > limit.bytes) {
    reportSize(file, stats.size, limit.bytes, limit.remedy);
  } else {
    return readFile(real);
  }
  reading.broken.push(file);
  return undefined;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Shows the text with � for what cannot be read, so that the first such place can be named. */
function reportEncoding(file: VFile, bytes: Uint8Array): void {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const at = Math.max(text.indexOf("\ufffd"), 0);
  file.value = text;
  report(
    file,
    "utf-8",
    "Unexpected bytes that are not UTF-8, expected UTF-8: save the file with that encoding",
    placeAt(file, at, at + 1),
  );
}
