import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";
import { Failure } from "./failure.ts";
import { exists } from "./locate.ts";
import { readRegularFile } from "./read-file.ts";
import { replaceFile } from "./replace-file.ts";

/** A topic to start. */
export interface NewTopic {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

/**
 * Starts a topic: its folder and page, its place at the end of the edition, and, where topics are packages, its package.json
 * and the dependency of the package that publishes the edition.
 * @param topics folders of the other topics
 * @returns the paths that were written
 */
export async function writeTopic(
  { id, title, summary }: NewTopic,
  content: string,
  topics: readonly string[],
  editionFile: string | undefined,
): Promise<string[]> {
  const folder = join(content, id);
  if ((await exists(folder)) && (await readdir(folder)).some((name) => name.endsWith(".md"))) {
    throw new Failure(`There is a topic \`${id}\` already, in ${folder}`);
  }
  const files = new Map<string, string>();
  files.set(join(folder, "README.md"), pageOf({ id, title, summary }));
  if (editionFile !== undefined) {
    const edition = withTopic(await readRegularFile(editionFile), id);
    if (edition !== undefined) files.set(editionFile, edition);
  }
  const sibling = await packageBeside(topics);
  if (sibling !== undefined) {
    const name = `${sibling.name.slice(0, -sibling.id.length)}${id}`;
    files.set(join(folder, "package.json"), json({ ...sibling.manifest, name, version: "0.1.0" }));
    const app = editionFile && join(dirname(editionFile), "package.json");
    const manifest = app && (await readManifest(app));
    if (app && manifest) {
      const dependencies = withDependency(manifest.dependencies, sibling.name, name);
      if (dependencies !== undefined) files.set(app, json({ ...manifest, dependencies }));
    }
  }
  for (const [path, text] of files) await replaceFile(path, new TextEncoder().encode(text));
  return [...files.keys()];
}

function pageOf(topic: NewTopic): string {
  return `---\n${stringify(topic, { lineWidth: 0 })}---\n`;
}

/** An edition.yaml with another topic at the end of its list, otherwise as it was; undefined where it is there already. */
export function withTopic(text: string, id: string): string | undefined {
  const { contents } = parseDocument(text);
  const topics = isMap(contents) ? contents.get("topics", true) : undefined;
  const last = isSeq(topics) ? topics.items.at(-1) : undefined;
  if (!isSeq(topics) || !isScalar(last) || !last.range) return undefined;
  if (topics.items.some((item) => isScalar(item) && item.value === id)) return undefined;
  const [start, end] = last.range;
  if (topics.flow) return `${text.slice(0, end)}, ${id}${text.slice(end)}`;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const bullet = text.slice(text.lastIndexOf("\n", start) + 1, start);
  const endOfLine = /[^\r\n]*/y;
  endOfLine.lastIndex = end;
  const at = end + (endOfLine.exec(text)?.[0].length ?? 0);
  return `${text.slice(0, at)}${newline}${bullet}${id}${text.slice(at)}`;
}

interface Manifest extends Record<string, unknown> {
  readonly name?: unknown;
  readonly dependencies?: unknown;
}

interface SiblingPackage {
  readonly id: string;
  readonly name: string;
  readonly manifest: Manifest;
}

/** The package of another topic, whose name ends in the topic's id. */
async function packageBeside(topics: readonly string[]): Promise<SiblingPackage | undefined> {
  for (const folder of topics) {
    const manifest = await readManifest(join(folder, "package.json"));
    const id = basename(folder);
    if (typeof manifest?.name === "string" && manifest.name.endsWith(id)) return { id, name: manifest.name, manifest };
  }
  return undefined;
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    const value: unknown = JSON.parse(await readRegularFile(path));
    return typeof value === "object" && value !== null ? (value as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** Dependencies with another, required as that of its sibling is; undefined if there is none of the sibling. */
function withDependency(dependencies: unknown, sibling: string, name: string): Record<string, unknown> | undefined {
  if (typeof dependencies !== "object" || dependencies === null || !(sibling in dependencies)) return undefined;
  const known = dependencies as Record<string, unknown>;
  return Object.fromEntries(Object.entries({ ...known, [name]: known[sibling] }).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
