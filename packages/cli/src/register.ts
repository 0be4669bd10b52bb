import { join } from "node:path";
import type { Curriculum } from "@high-recall/core";
import type { Register } from "@high-recall/release";
import type { FileFacts, LostItem } from "@high-recall/rules";
import { explain, Failure } from "./failure.ts";
import { shownPath } from "./paths.ts";
import { readRegularFile } from "./read-file.ts";

/** Reads a register of past releases; undefined when there is none yet. @throws {Failure} when it cannot be read */
export async function readRegister(path: string | undefined, cwd: string): Promise<Register | undefined> {
  if (path === undefined) return undefined;
  const shown = shownPath(cwd, path);
  const text = await readRegularFile(path).catch((error) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Failure(`Cannot read ${shown}: ${explain(error)}`);
  });
  if (text === undefined) return undefined;
  const value = parseJson(text);
  if (value === undefined) throw new Failure(`${shown} is not JSON: restore it from the last release`);
  // Loaded where there is a register: before the first release nothing needs it.
  const { Register } = await import("@high-recall/release");
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

/**
 * What the items of a curriculum would take from learners of past releases. Nothing before the first release.
 * @param facts of all files of the edition's topics
 */
export async function lostItems(
  facts: readonly FileFacts[],
  released: Register | undefined,
  { cwd, content, register }: { readonly cwd: string; readonly content: string; readonly register: string | undefined },
): Promise<LostItem[]> {
  if (released === undefined || register === undefined) return [];
  const { lostItems: findLost } = await import("@high-recall/release");
  const topics = new Set(facts.map(({ topic }) => topic));
  const fileOf = (topic: string, path: string | undefined) => {
    if (path !== undefined) return join(content, path);
    return topics.has(topic) ? join(content, topic, "README.md") : register;
  };
  return findLost(curriculumOf(facts), released).map(({ topic, item, reason }) => ({
    path: shownPath(cwd, fileOf(topic, item?.path)),
    reason,
  }));
}

/** As much of a curriculum as the register asks for. */
function curriculumOf(facts: readonly FileFacts[]): Curriculum {
  const topics = Map.groupBy(facts, ({ topic }) => topic);
  return {
    topics: [...topics].map(([id, files]) => ({
      id,
      items: files.flatMap(({ item, path, topic }) => (item === undefined ? [] : [{ ...item, path, topic }])),
      retired: files.flatMap(({ retired }) => retired.map((name) => ({ id: name }))),
    })),
  } as unknown as Curriculum;
}

/** The register after a release of this curriculum. @throws {Failure} when it cannot be released like this */
export async function registerAfter(curriculum: Curriculum, last: Register | undefined): Promise<Register> {
  const { release } = await import("@high-recall/release");
  const { cardHistory } = await import("./publishers.ts");
  const { contentsOf } = await cardHistory.load();
  try {
    return release(curriculum, contentsOf, last);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message);
    throw error;
  }
}
