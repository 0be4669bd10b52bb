import { normalize } from "node:path/posix";
import { Id } from "@high-recall/core";

/** Where a link leads. */
export type Target =
  | { readonly type: "page" }
  | { readonly type: "item"; readonly topic: string; readonly id: string }
  | { readonly type: "fault"; readonly expected: string };

/** Reads the URL of a link that stands in an item of the topic. */
export function readTarget(url: string, topic: string): Target {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined || url.startsWith("//")) {
    const isPage = (scheme === "https" || scheme === "http" || scheme === "mailto") && URL.canParse(url);
    return isPage
      ? { type: "page" }
      : { type: "fault", expected: `a full \`https:\` or \`mailto:\` address, or ${item}` };
  }
  if (url.startsWith("/")) return { type: "fault", expected: item };
  const [, folder, id] =
    /^([^/]+)\/([^/]+)\.md$/.exec(normalize(`${topic}/${decode(url.replace(/[?#].*$/s, ""))}`)) ?? [];
  const isItem = Id.safeParse(folder).success && Id.safeParse(id).success;
  return isItem && folder !== undefined && id !== undefined
    ? { type: "item", topic: folder, id }
    : { type: "fault", expected: item };
}

const item = "a relative link to an item, such as `../optimization/adam.md`";

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
