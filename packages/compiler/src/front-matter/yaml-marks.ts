import { quote } from "@high-recall/core";
import { invisibles } from "@high-recall/rules";
import { type Document, visit } from "yaml";
import { placeScalar } from "./placed-scalar.ts";
import type { ReportFault } from "./yaml-source.ts";

/** Anchors, aliases and tags: with each, the value differs from the visible text. */
export function findMarks(document: Document, source: string, report: ReportFault): void {
  if (!/[&*!]/.test(source)) return;
  const mark = (what: string, from: number, to: number) => {
    report(
      "yaml-alias",
      `${quote(source.slice(from, to))} is ${what} in YAML: write the value out, or put it in quotes`,
      from,
      to,
    );
  };
  visit(document, {
    Alias(_, node) {
      if (node.range) mark("an alias", node.range[0], node.range[1]);
    },
    Node(_, node) {
      const from = node.range?.[0] ?? 0;
      if ("anchor" in node && node.anchor) markBefore(from, `&${node.anchor}`, "an anchor");
      if (
        "tag" in node &&
        node.tag &&
        source
          .slice(0, from)
          .trimEnd()
          .match(/![^\s]*$/)
      ) {
        const tag = /![^\s]*$/.exec(source.slice(0, from).trimEnd());
        if (tag !== null) mark("a tag", tag.index, tag.index + tag[0].length);
      }
    },
  });
  function markBefore(from: number, written: string, what: string): void {
    const index = Math.max(source.lastIndexOf(written, from), 0);
    mark(what, index, index + written.length);
  }
}

const mostHidden = 20;

/** A `\t` or `\u200b` in double quotes: the value then contains invisible characters. */
export function findHidden(document: Document, source: string, report: ReportFault): void {
  if (!source.includes("\\")) return;
  visit(document, {
    Scalar(_, node) {
      if (node.type !== "QUOTE_DOUBLE" || typeof node.value !== "string") return;
      const { text, offsets } = placeScalar(node, source, 0);
      const hidden = [
        ...invisibles(text).map(({ index }) => index),
        ...[...text.matchAll(/[\t\n]/g)].map(({ index }) => index),
      ];
      // A value full of them could cause thousands of messages.
      for (const index of hidden.slice(0, mostHidden)) {
        const from = offsets?.[index];
        const to = offsets?.[index + 1];
        if (from === undefined || to === undefined) continue;
        const written = source.slice(from, to);
        // Unescaped characters are reported by the check of the file's text; a folded line is not an escape.
        if (!written.startsWith("\\") || written.length > 10) continue;
        report(
          "invisible-character",
          `${quote(written)} in double quotes is an invisible character: write ${quote(`\\${written}`)}, or use single quotes`,
          from,
          to,
        );
      }
    },
  });
}
