import { basename, dirname, join, resolve } from "node:path";
import { type Edition, suggest } from "@high-recall/core";
import type { Content } from "./check-content.ts";
import { plainEdition, readEdition } from "./edition.ts";
import { Failure } from "./failure.ts";
import { findContent, findEdition, topicsIn } from "./locate.ts";
import { shownPath } from "./paths.ts";
import { readRegister } from "./register.ts";
import { readLock } from "./run/lock.ts";

/** Day of an edition that has no edition.yaml: fixed, so that the same input gives the same bytes. */
const undated = "1980-01-01";

/** What applies to a folder of topics: its edition, its register of releases, its record of samples. */
export async function contentAt(
  content: string,
  topics: readonly string[],
  path: string | undefined,
  cwd: string,
): Promise<Content> {
  const editionFile = path === undefined ? await findEdition(content) : resolve(cwd, path);
  const edition = editionFile
    ? await readEdition(editionFile, shownPath(cwd, editionFile))
    : await plainEdition(content, topics, undated);
  return withRecords(content, topics, edition, editionFile, cwd);
}

async function withRecords(
  content: string,
  topics: readonly string[],
  edition: Edition,
  editionFile: string | undefined,
  cwd: string,
): Promise<Content> {
  const register = editionFile && join(dirname(editionFile), "released.json");
  const [released, lock] = await Promise.all([readRegister(register, cwd), readLock(content)]);
  return { content, topics, edition, editionFile, register, released, lock };
}

/** What `recall publish` works on; `topics` are the folders of the edition's topics, in its order. */
export interface Workspace extends Content {
  /** Where artifacts go unless the user says otherwise. */
  readonly out: string;
}

/**
 * Finds the edition and its topics from where the user is.
 * @param command whose usage is shown where there is no folder of topics
 * @throws {Failure} when there is nothing to publish
 */
export async function findWorkspace(
  cwd: string,
  options: { readonly content?: string; readonly edition?: string },
  command: string,
): Promise<Workspace> {
  const content = options.content
    ? resolve(cwd, options.content)
    : await findContent(cwd, `recall ${command} --content path/to/topics`);
  const folders = await topicsIn(content);
  if (folders.length === 0) {
    throw new Failure(
      `There are no topics in ${shownPath(cwd, content)}: expected folders with a README.md and items in them`,
    );
  }
  const near = options.content ? content : cwd;
  const editionFile = options.edition ? resolve(cwd, options.edition) : await findEdition(near);
  if (!editionFile) {
    const edition = await plainEdition(content, folders, undated);
    return { ...(await withRecords(content, folders, edition, undefined, cwd)), out: join(cwd, "dist") };
  }
  const edition = await readEdition(editionFile, shownPath(cwd, editionFile));
  const topics = edition.topics.map((id) => join(content, id));
  const missing = edition.topics.filter((_, index) => !folders.includes(topics[index] ?? ""));
  const [first] = missing;
  if (first !== undefined) {
    const near = suggest(
      first,
      folders.map((path) => basename(path)),
    );
    const way = near === undefined ? "make its folder, or delete it from `topics`" : `did you mean \`${near}\`?`;
    throw new Failure(
      `${shownPath(cwd, editionFile)} names the topic \`${first}\`, which is not in ${shownPath(cwd, content)}: ${way}`,
    );
  }
  const found = await withRecords(content, topics, edition, editionFile, cwd);
  return { ...found, out: join(dirname(editionFile), "dist") };
}
