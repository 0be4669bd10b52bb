import type { Image, Link, Root } from "mdast";
import type { Position } from "unist";
import type { VFile } from "vfile";
import { findAll } from "./nodes.ts";
import { placeInNode, sourceAt } from "./place.ts";

/** A URL that a body uses, in a link or an image. */
export interface UrlUse {
  readonly url: string;
  readonly isImage: boolean;
  /** Exactly the URL where it stands in the link, else the whole link. */
  readonly place: Position | undefined;
}

/** Every URL that is used, in the order of the text. A definition that nothing refers to leads nowhere. */
export function urlsOf(tree: Root, file: VFile): UrlUse[] {
  const definitions = new Map<string, string>();
  for (const { node } of findAll(tree, "definition")) {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  }
  return findAll(tree, "link", "image", "linkReference", "imageReference").flatMap(({ node, parent }) => {
    const isImage = node.type === "image" || node.type === "imageReference";
    if (node.type === "link" || node.type === "image") {
      return [{ url: node.url, isImage, place: placeOfUrl(file, node) ?? parent?.position }];
    }
    const url = definitions.get(node.identifier);
    return url === undefined ? [] : [{ url, isImage, place: node.position ?? parent?.position }];
  });
}

function placeOfUrl(file: VFile, node: Link | Image): Position | undefined {
  const source = sourceAt(file, node.position);
  const at = source.indexOf(node.url, startOfUrl(node, source));
  if (at < 0 || node.url === "") return node.position;
  return placeInNode(file, node, at, at + node.url.length);
}

/** Where the URL may begin, so that the same words in the text before it are passed over. */
function startOfUrl(node: Link | Image, source: string): number {
  if (node.type === "image") return source.indexOf("](", node.alt?.length ?? 0) + 1;
  const lastChild = node.children.at(-1)?.position?.end.offset;
  const isInline = source.startsWith("[");
  return isInline && lastChild !== undefined ? lastChild - (node.position?.start.offset ?? 0) : 0;
}
