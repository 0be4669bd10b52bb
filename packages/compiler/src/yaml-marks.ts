import { quote } from "@high-recall/core";
import type { VFile } from "vfile";
import { type Document, visit } from "yaml";
import { invisibles } from "./characters.ts";
import { placeWithin } from "./place.ts";
import { report } from "./report.ts";
import { placeScalar } from "./scalar.ts";
import type { Say } from "./yaml-source.ts";

/** Anchors, aliases and tags: each makes the text mean something other than it shows. */
export function reportMarks(document: Document, source: string, say: Say): boolean {
  let isMarked = false;
  if (!/[&*!]/.test(source)) return false;
  const mark = (what: string, from: number, to: number) => {
    isMarked = true;
    say(
      "yaml-alias",
      `Unexpected ${what} ${quote(source.slice(from, to))}, expected plain values: write it out, or put it in quotes`,
      from,
      to,
    );
  };
  visit(document, {
    Alias(_, node) {
      if (node.range) mark("alias", node.range[0], node.range[1]);
    },
    Node(_, node) {
      const from = node.range?.[0] ?? 0;
      if ("anchor" in node && node.anchor) markBefore(from, `&${node.anchor}`, "anchor");
      if (
        "tag" in node &&
        node.tag &&
        source
          .slice(0, from)
          .trimEnd()
          .match(/![^\s]*$/)
      ) {
        const tag = /![^\s]*$/.exec(source.slice(0, from).trimEnd());
        if (tag !== null) mark("tag", tag.index, tag.index + tag[0].length);
      }
    },
  });
  return isMarked;

  function markBefore(from: number, written: string, what: string): void {
    const index = Math.max(source.lastIndexOf(written, from), 0);
    mark(what, index, index + written.length);
  }
}

/** A `\t` or `\u200b` in double quotes: the value then holds what nobody can see. */
export function reportHidden(document: Document, source: string, base: number, file: VFile): boolean {
  let isHidden = false;
  if (!source.includes("\\")) return false;
  visit(document, {
    Scalar(_, node) {
      if (node.type !== "QUOTE_DOUBLE" || typeof node.value !== "string") return;
      const placed = placeScalar(node, source, base);
      const hidden = [
        ...invisibles(placed.text).map(({ index }) => index),
        ...[...placed.text.matchAll(/[\t\n]/g)].map(({ index }) => index),
      ];
      for (const index of hidden) {
        const place = placeWithin(file, placed, index, index + 1);
        const written = String(file).slice(place.start.offset, place.end.offset);
        // What stands there openly is reported by checkCharacters; a folded line is no escape.
        if (!written.startsWith("\\") || written.length > 10) continue;
        isHidden = true;
        report(
          file,
          "invisible-character",
          `Unexpected ${quote(written)} in double quotes, which is an invisible character, expected ${quote(`\\${written}`)}: double the backslash, or use single quotes`,
          place,
        );
      }
    },
  });
  return isHidden;
}
