import { join } from "node:path";
import type { Curriculum } from "@high-recall/core";
import { lostItems, Released, release } from "@high-recall/publish-anki";
import { explain, Failure } from "./failure.ts";
import { shownPath } from "./paths.ts";
import { readRegularFile } from "./read-file.ts";
import type { Message } from "./report/message.ts";

const url = "https://github.com/high-recall/high-recall/blob/main/packages/cli/README.md#releases";

/** Reads a register of past releases; undefined when there is none yet. @throws {Failure} when it cannot be read */
export async function readRegister(path: string | undefined, cwd: string): Promise<Released | undefined> {
  if (path === undefined) return undefined;
  const shown = shownPath(cwd, path);
  const text = await readRegularFile(path).catch((error) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Failure(`Cannot read ${shown}: ${explain(error)}`);
  });
  if (text === undefined) return undefined;
  const value = parseJson(text);
  if (value === undefined)
    throw new Failure(`Cannot read ${shown}: it is not JSON; take it from the last release again`);
  const parsed = Released.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Failure(
    `Wrong \`${issue?.path.join(".")}\` in ${shown} (${issue?.message}): it is written by \`recall release\` alone; take it from the last release again`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the files are that messages speak of. */
interface Places {
  readonly cwd: string;
  readonly content: string;
  /** Undefined without an edition.yaml. */
  readonly register: string | undefined;
}

/**
 * What a curriculum breaks of a past release: an error each, in the item at fault, or in its topic's README.md. Nothing
 * before the first release, nor while the topics are not linked.
 */
export function lostMessages(
  curriculum: Curriculum | undefined,
  released: Released | undefined,
  { cwd, content, register }: Places,
): Message[] {
  if (!curriculum || !released || register === undefined) return [];
  const topics = new Set(curriculum.topics.map(({ id }) => id));
  const fileOf = (topic: string, path: string | undefined) => {
    if (path !== undefined) return join(content, path);
    return topics.has(topic) ? join(content, topic, "README.md") : register;
  };
  return lostItems(curriculum, released).map(({ topic, item, reason }) => ({
    file: shownPath(cwd, fileOf(topic, item?.path)),
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    severity: "error",
    rule: "released-kept",
    message: reason,
    url,
  }));
}

/** The register after a release of this curriculum. @throws {Failure} when it cannot be released so */
export function releaseAt(curriculum: Curriculum, released: Released | undefined): Released {
  try {
    return release(curriculum, released);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message);
    throw error;
  }
}
