import type { Image, Link, Nodes } from "mdast";
import { atNode, atPart, sourceOf } from "./fragment.ts";
import type { At, Fragment, ParsedFile } from "./parsed-file.ts";
import type { NodeChecks, NodeContext, Report } from "./rule.ts";

/** A URL that a body uses, in a link or an image. */
export interface UrlUse {
  readonly url: string;
  readonly isImage: boolean;
  /**
   * The URL if it is in the source literally, in the link or in its definition; else the whole link or definition. A function,
   * since most URLs have no fault, and then the place is not needed. `start` and `end`: of a part of the URL.
   */
  at(start?: number, end?: number): At;
}

/** Checks each URL that is used. Unused definitions are not checked. */
export function urlChecks(check: (use: UrlUse, report: Report, context: NodeContext) => void): NodeChecks {
  const checkNode = (node: UrlNode, report: Report, context: NodeContext) => {
    const use = urlUse(node, context.parent, context.fragment, context.file.definitions);
    if (use !== undefined) check(use, report, context);
  };
  return { link: checkNode, image: checkNode, linkReference: checkNode, imageReference: checkNode };
}

/** A node that may use a URL. */
export type UrlNode = Extract<Nodes, { type: "link" | "image" | "linkReference" | "imageReference" }>;

/** The URL that a link or an image uses; undefined for a reference without a definition, which is text. */
export function urlUse(
  node: UrlNode,
  parent: Nodes | undefined,
  fragment: Fragment,
  definitions: ParsedFile["definitions"],
): UrlUse | undefined {
  if (node.type === "link" || node.type === "image") {
    return {
      url: node.url,
      isImage: node.type === "image",
      at: (start, end) => atUrl(fragment, node, parent, start, end),
    };
  }
  const definition = definitions.get(node.identifier);
  if (definition === undefined) return undefined;
  const at = (start?: number, end?: number) => atDefinition(fragment, definition, start, end);
  return { url: definition.url, isImage: node.type === "imageReference", at };
}

function atUrl(
  fragment: Fragment,
  node: Link | Image,
  parent: Nodes | undefined,
  start = 0,
  end = node.url.length,
): At {
  const source = sourceOf(fragment, node);
  const at = source.indexOf(node.url, startOfUrl(node, source));
  return at < 0 || node.url === "" ? atNode(fragment, node, parent) : atPart(fragment, node, at + start, at + end);
}

function atDefinition(
  fragment: Fragment,
  node: Extract<Nodes, { type: "definition" }>,
  start = 0,
  end = node.url.length,
): At {
  const source = sourceOf(fragment, node);
  const at = source.indexOf(node.url, source.indexOf("]:") + 2);
  return at < 0 || node.url === "" ? atNode(fragment, node) : atPart(fragment, node, at + start, at + end);
}

/** Offset after the link's text, so that the same words in the text are not mistaken for the URL. */
function startOfUrl(node: Link | Image, source: string): number {
  if (node.type === "image") return source.indexOf("](", node.alt?.length ?? 0) + 1;
  const lastChild = node.children.at(-1)?.position?.end.offset;
  const isInline = source.startsWith("[");
  return isInline && lastChild !== undefined ? lastChild - (node.position?.start.offset ?? 0) : 0;
}
