import { read, type TopicSource } from "@high-recall/compiler";
import { explain, Failure } from "./failure.ts";
import { shownPath } from "./paths.ts";

/**
 * Reads a topic's folder.
 *
 * @param isPrintable whether print has a character; without it, the text of figures is not checked
 * @throws {Failure} that names the file or folder which cannot be read
 */
export async function readTopic(
  topic: string,
  cwd: string,
  isPrintable?: (codePoint: number) => boolean,
): Promise<TopicSource> {
  return read(topic, cwd, isPrintable && { isPrintable }).catch((error: NodeJS.ErrnoException) => {
    if (error.path === undefined) throw error;
    throw new Failure(`Cannot read ${shownPath(cwd, error.path)}: ${explain(error)}`);
  });
}
