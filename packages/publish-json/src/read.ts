import type { Curriculum } from "@high-recall/core";
import { CurriculumDocument } from "./documents.ts";

/**
 * The curriculum in a parsed curriculum.json, for any publisher: an app can make a sheet or a deck of it.
 *
 * @throws {Error} (a ZodError) when it is not a curriculum.json of this version.
 */
export function readCurriculum(document: unknown): Curriculum {
  const { edition, topics, order } = CurriculumDocument.parse(document);
  return { edition, topics, order };
}
