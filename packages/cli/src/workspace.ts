import { dirname, join, resolve } from "node:path";
import type { Edition } from "@high-recall/core";
import { plainEdition, readEdition } from "./edition.ts";
import { Failure } from "./failure.ts";
import { findContent, findEdition, topicsIn } from "./locate.ts";
import { shownPath } from "./paths.ts";

/** Day of an edition that has no edition.yaml: fixed, so that the same input gives the same bytes. */
const undated = "1980-01-01";

/**
 * The edition that applies to a folder of topics: the file that was named, the nearest edition.yaml whose content this
 * is, or a plain one made from the folder.
 */
export async function editionFor(
  content: string,
  topics: readonly string[],
  path: string | undefined,
  cwd: string,
): Promise<Edition> {
  const found = path === undefined ? await findEdition(content) : resolve(cwd, path);
  if (found) return readEdition(found, shownPath(cwd, found));
  return plainEdition(content, topics, undated);
}

/** Where the register of the edition that applies to a folder of topics is; undefined without an edition.yaml. */
export async function registerFor(content: string, path: string | undefined, cwd: string): Promise<string | undefined> {
  const found = path === undefined ? await findEdition(content) : resolve(cwd, path);
  return found && registerBeside(found);
}

function registerBeside(edition: string): string {
  return join(dirname(edition), "released.json");
}

/** What `recall publish` works on. */
export interface Workspace {
  readonly edition: Edition;
  readonly content: string;
  /** Folders of the edition's topics, in its order. */
  readonly topics: readonly string[];
  /** Where artifacts go unless the user says otherwise. */
  readonly out: string;
  /** Where the register of past releases is, when there was one; undefined without an edition.yaml. */
  readonly register: string | undefined;
}

/** Finds the edition and its topics from where the user stands. @throws {Failure} when there is nothing to publish */
export async function findWorkspace(
  cwd: string,
  options: { readonly content?: string; readonly edition?: string },
): Promise<Workspace> {
  const content = options.content ? resolve(cwd, options.content) : await findContent(cwd);
  const folders = await topicsIn(content);
  if (folders.length === 0) {
    throw new Failure(
      `There are no topics in ${shownPath(cwd, content)}: expected folders with a README.md and items in them`,
    );
  }
  const near = options.content ? content : cwd;
  const editionPath = options.edition ? resolve(cwd, options.edition) : await findEdition(near);
  if (!editionPath) {
    const edition = plainEdition(content, folders, undated);
    return { edition, content, topics: folders, out: join(cwd, "dist"), register: undefined };
  }
  const edition = await readEdition(editionPath, shownPath(cwd, editionPath));
  const topics = edition.topics.map((id) => join(content, id));
  const missing = edition.topics.filter((_, index) => !folders.includes(topics[index] ?? ""));
  if (missing.length > 0) {
    throw new Failure(
      `${shownPath(cwd, editionPath)} names the topic \`${missing[0]}\`, which is not in ${shownPath(cwd, content)}`,
    );
  }
  return { edition, content, topics, out: join(dirname(editionPath), "dist"), register: registerBeside(editionPath) };
}
