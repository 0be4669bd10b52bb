import type { Definition, Image, Link, Root } from "mdast";
import type { Parent, Position } from "unist";
import type { VFile } from "vfile";
import { findAll } from "./nodes.ts";
import { placeInNode, sourceAt } from "./place.ts";

/** A URL in a body: of a link, of an image, or of the definition that one of them refers to. */
export interface UrlUse {
  readonly url: string;
  readonly isImage: boolean;
  /** Exactly the URL, or the whole node where the URL is not written literally. */
  readonly place: Position | undefined;
}

/** Every URL of a body, in its order. */
export function urlsOf(tree: Root, file: VFile): UrlUse[] {
  const imageLabels = new Set(findAll(tree, "imageReference").map(({ node }) => node.identifier));
  return findAll(tree, "link", "image", "definition").map(({ node, parent }) => ({
    url: node.url,
    isImage: node.type === "image" || (node.type === "definition" && imageLabels.has(node.identifier)),
    place: placeOfUrl(file, node, parent),
  }));
}

function placeOfUrl(file: VFile, node: Link | Image | Definition, parent: Parent | undefined): Position | undefined {
  if (!node.position) return parent?.position;
  const source = sourceAt(file, node.position);
  const at = source.indexOf(node.url, startOfUrl(node, source));
  if (at < 0 || node.url === "") return node.position;
  return placeInNode(file, node, at, at + node.url.length);
}

/** Where the URL may begin, so that the same words in the text before it are passed over. */
function startOfUrl(node: Link | Image | Definition, source: string): number {
  switch (node.type) {
    case "link": {
      const lastChild = node.children.at(-1)?.position?.end.offset;
      const isInline = source.startsWith("[");
      return isInline && lastChild !== undefined ? lastChild - (node.position?.start.offset ?? 0) : 0;
    }
    case "image":
      return source.indexOf("](", node.alt?.length ?? 0) + 1;
    case "definition":
      return source.indexOf("]:") + 1;
  }
}
