import { closeSync, constants, type Dirent, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DirectoryEntry } from "@high-recall/rules";

/** How Markdown is called elsewhere. */
const markdownName = /\.(?:md|markdown|mdown|mkdn?|mdwn|mdx)$/i;

/** Folders of a topic that are not searched: figures have rules of their own, the others are made by programs. */
const known = new Set(["figures", "dist", "node_modules", ".git"]);

/** Entries of a folder that are searched for Markdown, at most: a strange folder is not walked for long. */
const mostEntries = 2000;

/** Whether a file is called like Markdown, with whatever ending. */
export function isMarkdownName(name: string): boolean {
  // An editor that has a file open puts a link with such a name beside it.
  return markdownName.test(name) && !name.startsWith(".#");
}

/** Whether a name is that of a topic's item or page, as it is read. */
export function isItemName(name: string): boolean {
  return name.endsWith(".md") && name !== "CHANGELOG.md" && !name.startsWith(".") && !isPageMisnamed(name);
}

function isPageMisnamed(name: string): boolean {
  return name !== "README.md" && /^readme\.md$/i.test(name);
}

/** What an entry of a topic's folder is, if it looks like an item or holds some, and is not read as one. */
export function strayIn(root: string, found: Dirent, path: string): DirectoryEntry | undefined {
  const { name } = found;
  if (!found.isDirectory() && isMarkdownName(name) && !isItemName(name) && name !== "CHANGELOG.md") {
    return { type: "stray-file", path, name, expected: `\`${usualName(name)}\`` };
  }
  if (known.has(name)) return undefined;
  const isLink = found.isSymbolicLink() && isFolder(join(root, name));
  if (!isLink && !(found.isDirectory() && holdsMarkdown(join(root, name)))) return undefined;
  return { type: "stray-folder", path, name, expected: "items in the topic's folder itself" };
}

/** `.Draft.MD` -> `Draft.md`; what else is wrong with the name, `file-name` says of the renamed file. */
function usualName(name: string): string {
  const stem = name.replace(markdownName, "").replace(/^\.+(?=.)/, "");
  return /^readme$/i.test(stem) ? "README.md" : `${stem}.md`;
}

/** Whether a file called like Markdown is in a folder, at any depth. Links are not followed. */
export function holdsMarkdown(
  folder: string,
  isWanted: (path: string, name: string) => boolean = (_, name) => isMarkdownName(name),
): boolean {
  const waiting = [folder];
  let left = mostEntries;
  for (let next = waiting.shift(); next !== undefined && left > 0; next = waiting.shift()) {
    for (const entry of entriesOf(next)) {
      left -= 1;
      if (left <= 0) break;
      if (entry.isDirectory() && !known.has(entry.name)) waiting.push(join(next, entry.name));
      if (entry.isFile() && isWanted(join(next, entry.name), entry.name)) return true;
    }
  }
  return false;
}

/** Whether a regular file is called like Markdown and begins with front matter that has an `id` or a `kind`. */
export function looksLikeItem(path: string, name: string): boolean {
  return isMarkdownName(name) && /^\ufeff?---[ \t]*\r?\n(?:[^\n]*\n){0,40}?(?:id|kind):/.test(beginningOf(path));
}

function beginningOf(path: string): string {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const bytes = new Uint8Array(2048);
      return new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0)));
    } finally {
      closeSync(file);
    }
  } catch {
    return "";
  }
}

/** The folder that a link leads to is not looked into. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Nothing is known of what is in a folder that may not be read. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
