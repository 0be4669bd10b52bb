import type { Nodes, Root } from "mdast";
import type { VFile } from "vfile";
import { placeAt } from "./place.ts";
import { report } from "./report.ts";

/** Lists, quotes, emphasis and links may stand in one another this deep. */
export const deepest = 12;

const remedy = `expected at most ${deepest} levels: make it flatter`;

/**
 * Reports the first line that nests too deep, judged by its markers alone: some parsers take seconds for such input, so
 * this runs before them. It never finds more levels than there are in well-formed lists and quotes.
 */
export function checkMarkers(file: VFile): boolean {
  const text = String(file);
  // Thirteen marks take at least as many columns, so most texts are cleared at a glance.
  if (!/^[ \t>*+\-\d.)]{12}|^[ >*+\-\d.)]*\t/m.test(text)) return true;
  let lists: number[] = [];
  let fence: string | undefined;
  let offset = 0;
  for (const line of text.split("\n")) {
    const quotes = /^[ \t]*(?:>[ \t]?)*/.exec(line)?.[0] ?? "";
    const inner = line.slice(quotes.length);
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(inner)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      const levels = markers(line);
      if (levels.length > 0) lists = [...lists.filter((column) => column < (levels[0] ?? 0)), ...levels];
      else if (/^\S/.test(line)) lists = [];
      const depth = Math.max(lists.length, 0) + (quotes.match(/>/g)?.length ?? 0);
      if (depth > deepest) {
        report(
          file,
          "nesting",
          `Unexpected nesting ${depth} levels deep, ${remedy}`,
          placeAt(file, offset, offset + line.trimEnd().length),
        );
        return false;
      }
    }
    offset += line.length + 1;
  }
  return true;
}

/** Columns of the list markers a line starts with, quote marks apart. */
function markers(line: string): number[] {
  const columns: number[] = [];
  const marker = /[ \t]*(?:>|([-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
  for (let match = marker.exec(line); match !== null; match = marker.exec(line)) {
    if (match[1] !== undefined) columns.push(marker.lastIndex - match[1].length);
  }
  return columns;
}

/** Reports the first node that stands too deep in the tree. Uses no recursion: the tree may be as deep as it likes. */
export function checkDepth(root: Root, file: VFile): boolean {
  const open: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    const depth = next.depth + (levels.has(node.type) ? 1 : 0);
    if (depth > deepest) {
      const { start, end } = node.position ?? {};
      report(
        file,
        "nesting",
        `Unexpected nesting deeper than ${deepest} levels, ${remedy}`,
        placeAt(file, start?.offset ?? 0, end?.offset ?? 0),
      );
      return false;
    }
    if ("children" in node) for (const child of node.children) open.push({ node: child, depth });
  }
  return true;
}

const levels = new Set([
  "blockquote",
  "listItem",
  "emphasis",
  "strong",
  "delete",
  "link",
  "linkReference",
  "footnoteDefinition",
]);
