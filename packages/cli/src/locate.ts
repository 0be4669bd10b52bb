import { access, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { explain, Failure } from "./failure.ts";

/** The topics to work on, and which of their files the user named (all of them when undefined). */
export interface Chosen {
  /** The folder that contains these topics; references may lead to its other topics. */
  readonly content: string;
  /** Absolute paths of topic folders. */
  readonly topics: readonly string[];
  /** Absolute paths of files, when single files were named. */
  readonly files: readonly string[] | undefined;
}

/** Resolves what a user names: a file, a topic folder, or a folder of topics. @throws {Failure} */
export async function choose(cwd: string, path: string): Promise<Chosen> {
  const full = resolve(cwd, path);
  const found = await stat(full).catch((error) => {
    throw new Failure(`Cannot read ${path}: ${explain(error)}`);
  });
  if (found.isFile()) {
    if (!full.endsWith(".md")) throw new Failure(`Cannot check ${path}: name a Markdown file (\`.md\`) or a folder`);
    return { content: dirname(dirname(full)), topics: [dirname(full)], files: [full] };
  }
  const topics = await topicsIn(full);
  if (topics.length > 0) return { content: full, topics, files: undefined };
  if (await isTopic(full)) return { content: dirname(full), topics: [full], files: undefined };
  throw new Failure(`There is no topic in ${path}: name a folder with a README.md and items, or a folder of topics`);
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
  const names = await readdir(folder).catch((error) => {
    throw new Failure(`Cannot read ${folder}: ${explain(error)}`);
  });
  return names.some((name) => name.endsWith(".md") && name !== "CHANGELOG.md");
}

/** The nearest folder of topics named `content`, from `cwd` upwards. @throws {Failure} when there is none */
export async function findContent(cwd: string): Promise<string> {
  for (const folder of upwards(cwd)) {
    const content = join(folder, "content");
    if (await exists(content)) return content;
  }
  throw new Failure("There is no folder `content` here or above: name one, such as `recall lint path/to/topics`");
}

/**
 * The edition.yaml that applies at `folder`: the nearest one upwards, or the only one of an `apps/` folder on the way.
 * Undefined when there is none: a bare folder of topics needs none.
 */
export async function findEdition(folder: string): Promise<string | undefined> {
  for (const place of upwards(folder)) {
    if (await exists(join(place, "edition.yaml"))) return join(place, "edition.yaml");
    const apps = await readdir(join(place, "apps")).catch(() => []);
    const paths = apps.map((app) => join(place, "apps", app, "edition.yaml"));
    const flags = await Promise.all(paths.map(exists));
    const found = paths.filter((_, index) => flags[index]);
    if (found.length === 1) return found[0];
    if (basename(place) !== "content" && (await exists(join(place, ".git")))) return undefined;
  }
  return undefined;
}

function upwards(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
