import { type Inline, type Link, quote } from "@high-recall/core";
import type { Image, ImageReference, Link as LinkNode, LinkReference, Nodes, PhrasingContent } from "mdast";
import { invisibles } from "./characters.ts";
import { alignInline, checkFormula } from "./formulas.ts";
import { extent, type Ground, placeNode, sourceOf } from "./ground.ts";
import { readTarget } from "./links.ts";
import { findMarks, type MarkNode } from "./marks.ts";
import { report, reportOnce } from "./report.ts";

/** Phrasing content to the closed subset; what is outside it becomes a message and is left out. */
export function lowerInlines(nodes: readonly PhrasingContent[], ground: Ground, parent: Nodes): Inline[] {
  const holdsMarks = ground.holds === "body" && !ground.isMark;
  const found = holdsMarks ? findMarks(nodes, (text) => sourceOf(text, ground)) : nodes;
  return found.flatMap((node) =>
    node.type === "mark" ? lowerMark(node, ground, parent) : lowerInline(node, ground, parent),
  );
}

function lowerMark({ children }: MarkNode, ground: Ground, parent: Nodes): Inline[] {
  return [{ type: "mark", children: lowerInlines(children, { ...ground, isMark: true }, parent) }];
}

function lowerInline(node: PhrasingContent, ground: Ground, parent: Nodes): Inline[] {
  if (ground.holds === "phrase" && !phraseTypes.has(node.type)) return refuseInPhrase(node, ground, parent);
  switch (node.type) {
    case "text":
      checkHidden(node.value, node, ground, parent);
      // A soft line break is a space wherever it is drawn.
      return [{ type: "text", value: node.value.replace(/[ \t]*\r?\n[ \t]*/g, " ") }];
    case "emphasis":
    case "strong":
    case "delete":
      return [{ type: node.type, children: lowerInlines(node.children, ground, node) }];
    case "inlineCode":
      return [{ type: "inlineCode", value: node.value.replace(/\r?\n/g, " ") }];
    case "inlineMath":
      return lowerMath(node, ground);
    case "break":
      return [{ type: "break" }];
    case "link":
      return lowerLink(node, node.url, node.title, ground, parent);
    case "linkReference": {
      const definition = ground.definitions.get(node.identifier);
      return lowerLink(node, definition?.url ?? "", definition?.title, ground, parent);
    }
    case "image":
    case "imageReference":
      return refuseImage(node, ground, parent);
    case "html":
      return refuse(node, ground, parent, "raw HTML", "Markdown: write it without tags");
    case "footnoteReference":
      return refuse(node, ground, parent, "footnote", "the note itself: say it in the text");
    default:
      return refuse(node, ground, parent, `\`${(node as Nodes).type}\``, "text, emphasis, code, math or a link");
  }
}

const phraseTypes = new Set<string>(["text", "emphasis", "inlineCode", "inlineMath"]);

function refuseInPhrase(node: PhrasingContent, ground: Ground, parent: Nodes): [] {
  const place = placeNode(node, ground, parent);
  const what = sourceOf(node, ground) || node.type;
  report(
    ground.file,
    "inline-markdown",
    `Unexpected ${node.type} ${quote(what)}, expected only text, emphasis, code and math here`,
    place,
  );
  return [];
}

function refuse(node: Nodes, ground: Ground, parent: Nodes, what: string, expected: string): [] {
  reportOnce(ground.file, "closed-subset", `Unexpected ${what}, expected ${expected}`, placeNode(node, ground, parent));
  return [];
}

function refuseImage(node: Image | ImageReference, ground: Ground, parent: Nodes): [] {
  const reason = "Unexpected image inside a line, expected it to stand alone: put empty lines around it";
  reportOnce(ground.file, "figure-alone", reason, placeNode(node, ground, parent));
  return [];
}

/** An entity such as `&#8203;` may bring in what checkCharacters could not see in the source. */
function checkHidden(value: string, node: Nodes, ground: Ground, parent: Nodes): void {
  const source = sourceOf(node, ground);
  const [hidden] = source.includes("&") && invisibles(source).length === 0 ? invisibles(value) : [];
  if (hidden === undefined) return;
  const place = placeNode(node, ground, parent);
  report(
    ground.file,
    "invisible-character",
    `Unexpected ${hidden.name} written as an entity, expected only characters that can be seen`,
    place,
  );
}

function lowerMath(node: Nodes & { type: "inlineMath"; value: string }, ground: Ground): Inline[] {
  const source = sourceOf(node, ground);
  const value = node.value.replaceAll("\r\n", "\n");
  const place = () => placeNode(node, ground);
  if (source.startsWith("$$")) {
    const reason =
      "Unexpected display formula inside a line, expected `$$` on a line of its own before and after it, or single `$` around a formula in a sentence";
    reportOnce(ground.file, "display-math", reason, place(), {
      actual: source,
      expected: displayRemedies(node, value, ground),
    });
  }
  if (ground.isTable && source.includes("\\|")) {
    const reason =
      "Unexpected `\\|` in a formula in a table, where it ends as `|`, expected `\\vert` for a bar or `\\Vert` for a norm";
    report(ground.file, "table-pipe", reason, place());
  }
  const [start, end] = extent(node) ?? [0, 0];
  checkFormula(ground.file, value, false, (from, to) => {
    const offsets = alignInline(value, ground.text, start, end);
    const first = offsets?.[from];
    const last = offsets?.[to];
    return first === undefined || last === undefined ? place() : ground.place(first, last);
  });
  return [{ type: "inlineMath", value }];
}

/** A formula that has its line to itself becomes a block; in a sentence it keeps its place between single dollars. */
function displayRemedies(node: Nodes, tex: string, ground: Ground): string[] {
  const [start, end] = extent(node) ?? [0, 0];
  const before = ground.text.slice(ground.text.lastIndexOf("\n", start - 1) + 1, start);
  const after = /[^\r\n]*/.exec(ground.text.slice(end))?.[0] ?? "";
  const isAlone = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*$/.test(before) && after.trim() === "";
  if (!isAlone) return [`$${tex.trim()}$`];
  const prefix = before.replace(/[^>\t]/g, " ");
  return [["$$", ...tex.trim().split("\n"), "$$"].join(`\n${prefix}`)];
}

function lowerLink(
  node: LinkNode | LinkReference,
  url: string,
  title: string | null | undefined,
  ground: Ground,
  parent: Nodes,
): Inline[] {
  const children = lowerInlines(node.children, ground, node);
  const link: Link = { type: "link", url, ...(title ? { title } : {}), children };
  const position = placeNode(node, ground, parent);
  const target = readTarget(url, ground.topic);
  switch (target.type) {
    case "page":
      return [link];
    case "item":
      ground.onLink({ topic: target.topic, id: target.id, position });
      return [{ ...link, data: { item: target.id } }];
    case "fault":
      reportOnce(ground.file, "link-target", `Unexpected link to ${quote(url)}, expected ${target.expected}`, position);
      return [];
  }
}
