import { isAbsolute, join, relative, sep } from "node:path";

/** A path as messages show it: relative to the working folder, with `/`. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join("/") || ".";
}

/** Where the compiled topic of a folder is. */
export function compiledTopicPath(topic: string): string {
  return join(topic, "dist", "topic.json");
}

/** Whether a path is below a folder, by its name alone. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
