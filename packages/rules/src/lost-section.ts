import { definitionOf, type SectionDefinition, suggest } from "@high-recall/core";
import type { Paragraph } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { offsetsOf, sourceOf } from "./fragment.ts";
import type { ParsedFile } from "./parsed-file.ts";

/** A line of text that was meant as a heading. */
export interface LostHeading {
  /** The line as written, and where it begins. */
  readonly written: string;
  readonly start: number;
  readonly cause: "space" | "bold" | "backslash" | "plain";
  /** Its `##`; two where it has none. */
  readonly marks: string;
  readonly title: string;
}

/** Lines that would be headings, but for a space, bold marks or a backslash; plain text if it names a section of the kind. */
export function lostHeadings(file: ParsedFile): LostHeading[] {
  return file.root.children.flatMap((node) => (node.type === "paragraph" ? (lostHeadingIn(node, file) ?? []) : []));
}

/** The first line of a paragraph that is in no other block, if it was meant as a heading. */
export function lostHeadingIn(node: Paragraph, file: ParsedFile): LostHeading | undefined {
  const found = headingIn(node, file);
  if (found === undefined || found.cause === "space" || found.cause === "backslash") return found;
  const isOfKind = sectionsOf(file).some(({ heading }) => heading.toLowerCase() === found.title.toLowerCase());
  return isOfKind ? found : undefined;
}

function headingIn(node: Paragraph, file: ParsedFile): LostHeading | undefined {
  const [start] = offsetsOf(node) ?? [];
  if (start === undefined) return undefined;
  const [written = ""] = sourceOf(file.body, node).split(/\r?\n/, 1);
  // Longer lines are sentences.
  if (written.length > 100) return undefined;
  const [, slash, marks, named] = /^(\\?)(#{2,6})[ \t]*([^#\s].*)$/.exec(written) ?? [];
  const title = (text: string) => text.replace(/[\s:#*_]{1,20}$/, "").trim();
  if (marks !== undefined && named !== undefined) {
    // A sign and a number, such as `#1`, or a tag have one mark.
    return { written, start, cause: slash === "" ? "space" : "backslash", marks, title: title(named) };
  }
  const [only, colon, ...others] = node.children;
  const isBold =
    only?.type === "strong" && others.length === 0 && (colon === undefined || textOf(colon).trim() === ":");
  if (isBold) return { written, start, cause: "bold", marks: "##", title: title(textOf(only)) };
  const isLine = node.children.length === 1 && !sourceOf(file.body, node).includes("\n");
  return isLine ? { written, start, cause: "plain", marks: "##", title: title(written) } : undefined;
}

/** Names of sections that a heading somewhere was meant to begin, which another rule reports. */
export function meantSections(file: ParsedFile): ReadonlySet<string> {
  const headings = sectionsOf(file).map(({ heading }) => heading);
  const nearest = (title: string) =>
    headings.find((one) => one.toLowerCase() === title.toLowerCase()) ?? suggest(title, headings);
  const inText = lostHeadings(file).map(({ title }) => title);
  const ofOtherRank = file.body.nodes.flatMap(({ node, parent }) => {
    const isSection = node.type === "heading" && node.depth === 2 && parent?.type === "root";
    return node.type === "heading" && !isSection ? [textOf(node)] : [];
  });
  const found = [...inText, ...ofOtherRank, ...file.sections.map(({ title }) => title)];
  return new Set(found.flatMap((title) => nearest(title.replace(/:$/, "")) ?? []));
}

function sectionsOf({ front: { kind } }: ParsedFile): readonly SectionDefinition[] {
  return kind === undefined ? [] : (definitionOf(kind).sections ?? []);
}
