import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "@high-recall/core";
import type { DirectoryEntry } from "@high-recall/rules";
import { holdsMarkdown, isFolder, isMarkdownName, looksLikeItem } from "./strays.ts";

/**
 * What is beside the topics of a folder, looks like an item or holds some, and is not read.
 * @param shown the folder as messages show it; empty for the working folder
 */
export function strayTopics(folder: string, shown: string): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  const found = readdirSync(folder, { withFileTypes: true }).sort((one, other) => compareText(one.name, other.name));
  for (const entry of found) {
    const { name } = entry;
    const full = join(folder, name);
    const at = { path: shown === "" ? name : `${shown}/${name}`, name };
    if (entry.isFile()) {
      if (name === "README.md" || name === "CHANGELOG.md" || !looksLikeItem(full, name)) continue;
      entries.push({ type: "stray-file", ...at, expected: "it in the folder of its topic" });
    } else if (name.startsWith(".") || name === "node_modules" || name === "dist") {
      // Made by programs, or kept out of sight on purpose.
    } else if (entry.isSymbolicLink() && isFolder(full)) {
      entries.push({ type: "stray-folder", ...at, expected: "the topic's folder itself, not a link to it" });
    } else if (entry.isDirectory() && !isTopic(full) && holdsMarkdown(full, looksLikeItem)) {
      entries.push({ type: "stray-folder", ...at, expected: "each topic right in the folder of topics" });
    }
  }
  return entries;
}

function isTopic(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => isMarkdownName(name) && name !== "CHANGELOG.md");
  } catch {
    return false;
  }
}
