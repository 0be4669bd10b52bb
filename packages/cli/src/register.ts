import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Curriculum } from "@high-recall/core";
import { lostItems, Register, release } from "@high-recall/release";
import { explain, Failure } from "./failure.ts";
import { shownPath } from "./paths.ts";
import { cardHistory } from "./publishers.ts";
import type { Message } from "./report/message.ts";

const url = "https://github.com/high-recall/high-recall/blob/main/packages/cli/README.md#releases";

/** Reads a register of past releases; undefined when there is none yet. @throws {Failure} when it cannot be read */
export async function readRegister(path: string | undefined, cwd: string): Promise<Register | undefined> {
  if (path === undefined) return undefined;
  const shown = shownPath(cwd, path);
  const text = await readFile(path, "utf8").catch((error) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Failure(`Cannot read ${shown}: ${explain(error)}`);
  });
  if (text === undefined) return undefined;
  const value = parseJson(text);
  if (value === undefined) throw new Failure(`${shown} is not JSON: restore it from the last release`);
  const parsed = Register.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Failure(
    `Wrong \`${issue?.path.join(".")}\` in ${shown} (${issue?.message}), which only \`recall release\` writes: restore the file from the last release`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Files that messages may point to. */
interface Places {
  readonly cwd: string;
  readonly content: string;
  /** Undefined without an edition.yaml. */
  readonly register: string | undefined;
}

/**
 * Released items that a curriculum would lose: an error each, in the item at fault or in its topic's README.md. None before
 * the first release, and none while the topics are not linked.
 */
export function lostMessages(
  curriculum: Curriculum | undefined,
  released: Register | undefined,
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

/** The register after a release of this curriculum. @throws {Failure} when it cannot be released like this */
export async function registerAfter(curriculum: Curriculum, last: Register | undefined): Promise<Register> {
  const { contentsOf } = await cardHistory.load();
  try {
    return release(curriculum, contentsOf, last);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message);
    throw error;
  }
}
