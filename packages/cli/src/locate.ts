import { access, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isMarkdownName, looksLikeItem } from "@high-recall/compiler/read";
import { explain, Failure } from "./failure.ts";

/** The topics to work on, and which of their files the user named (all of them when undefined). */
export interface Chosen {
  /** The folder that contains these topics; references may lead to its other topics. */
  readonly content: string;
  /** Absolute paths of topic folders. */
  readonly topics: readonly string[];
  /** Absolute paths of files, when single files were named. */
  readonly files: readonly string[] | undefined;
  /** Whether what is beside the topics is checked as well: the folder of topics, or a file right in it, was named. */
  readonly isWhole: boolean;
}

/** Resolves what a user names: a file, a topic folder or a part of one, or a folder of topics. @throws {Failure} */
export async function choose(cwd: string, path: string): Promise<Chosen> {
  const full = resolve(cwd, path);
  const found = await stat(full).catch((error) => {
    throw new Failure(`Cannot read ${path}: ${explain(error)}`);
  });
  if (found.isFile()) return chooseFile(full, path);
  if (!found.isDirectory()) throw new Failure(`Cannot check ${path}: it is a pipe or a device, not a file or a folder`);
  const part = await partOfTopic(full);
  if (part !== undefined) return part;
  if (await isTopicItself(full)) return { content: dirname(full), topics: [full], files: undefined, isWhole: false };
  const nested = join(full, "content");
  if ((await isFolder(nested)) && !(await isTopicItself(nested))) {
    const topics = await topicsIn(nested);
    if (topics.length > 0) return { content: nested, topics, files: undefined, isWhole: true };
  }
  const topics = await topicsIn(full);
  if (topics.length > 0) return { content: full, topics, files: undefined, isWhole: true };
  if (await isTopic(full)) return { content: dirname(full), topics: [full], files: undefined, isWhole: false };
  throw new Failure(`There is no topic in ${path}: name a folder with a README.md and items, or a folder of topics`);
}

async function chooseFile(full: string, path: string): Promise<Chosen> {
  if (!isMarkdownName(basename(full))) {
    throw new Failure(`Cannot check ${path}: name a Markdown file (\`.md\`) or a folder`);
  }
  const folder = dirname(full);
  const part = await partOfTopic(folder);
  if (part !== undefined) return part;
  if (!(await isTopicItself(folder)) && (await topicsIn(folder)).length > 0) {
    if (basename(full) === "README.md" || !looksLikeItem(full, basename(full))) {
      throw new Failure(`Cannot check ${path}: it is in no topic: name an item, a topic folder or a folder of topics`);
    }
    return { content: folder, topics: [], files: [full], isWhole: true };
  }
  return { content: dirname(folder), topics: [folder], files: [full], isWhole: false };
}

/** Whether a folder is a topic, also when there are folders with Markdown in it. */
async function isTopicItself(folder: string): Promise<boolean> {
  const isRoot = basename(folder) === "content" || (await hasOne(folder, ["samples.lock.json", "edition.yaml"]));
  if (isRoot) return false;
  if (isTopicPage(folder)) return true;
  const names = await namesIn(folder);
  if (!names.some((name) => name !== "README.md" && looksLikeItem(join(folder, name), name))) return false;
  return !(await topicsIn(folder)).some(isTopicPage);
}

function isTopicPage(folder: string): boolean {
  return looksLikeItem(join(folder, "README.md"), "README.md");
}

/** The nearest topic around a folder, with the folder right below it that was named or holds what was named. */
async function partOfTopic(folder: string): Promise<Chosen | undefined> {
  for (const topic of upwards(dirname(folder)).slice(0, 4)) {
    if (!isTopicPage(topic) || !(await isTopicItself(topic))) continue;
    const [part = ""] = relative(topic, folder).split(sep);
    return { content: dirname(topic), topics: [topic], files: [join(topic, part)], isWhole: false };
  }
  return undefined;
}

/** Topic folders right below `folder`, in code-unit order. */
export async function topicsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    throw new Failure(`Cannot read ${folder}: ${explain(error)}`);
  });
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .map((entry) => join(folder, entry.name))
    .sort();
  const flags = await Promise.all(folders.map(isTopic));
  return folders.filter((_, index) => flags[index]);
}

async function isTopic(folder: string): Promise<boolean> {
  return (await namesIn(folder)).some((name) => isMarkdownName(name) && name !== "CHANGELOG.md");
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error) => {
    throw new Failure(`Cannot read ${folder}: ${explain(error)}`);
  });
}

/**
 * The nearest folder of topics named `content`, from `cwd` upwards.
 * @param usage an example of how the user names another
 * @throws {Failure} when there is none
 */
export async function findContent(cwd: string, usage: string): Promise<string> {
  for (const folder of upwards(cwd)) {
    const content = join(folder, "content");
    if (await isFolder(content)) return content;
  }
  throw new Failure(`There is no folder \`content\` here or above: name one, such as \`${usage}\``);
}

/**
 * The edition.yaml that applies at `folder`: the nearest one upwards, or the only one of an `apps/` folder on the way.
 * Undefined when there is none: a bare folder of topics needs none.
 * @throws {Failure} for one with another ending, which would be ignored
 */
export async function findEdition(folder: string): Promise<string | undefined> {
  for (const place of upwards(folder)) {
    if (await exists(join(place, "edition.yaml"))) return join(place, "edition.yaml");
    const apps = await readdir(join(place, "apps")).catch(() => []);
    const paths = apps.map((app) => join(place, "apps", app, "edition.yaml"));
    const flags = await Promise.all(paths.map(exists));
    const found = paths.filter((_, index) => flags[index]);
    if (found.length === 1) return found[0];
    const names = await readdir(place).catch(() => []);
    const misnamed = names.find((name) => /^edition\.ya?ml$/i.test(name));
    if (misnamed !== undefined) {
      throw new Failure(`Unexpected file \`${misnamed}\` in ${place}, expected \`edition.yaml\`: rename it`);
    }
    if (basename(place) !== "content" && (await exists(join(place, ".git")))) return undefined;
  }
  return undefined;
}

function upwards(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}

async function hasOne(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map((name) => exists(join(folder, name))));
  return found.includes(true);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
