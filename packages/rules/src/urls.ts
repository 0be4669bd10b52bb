import type { Image, Link, Nodes } from "mdast";
import { atNode, atPart, sourceOf } from "./fragment.ts";
import type { At, Fragment } from "./parsed-file.ts";
import type { NodeChecks, NodeContext, Report } from "./rule.ts";

/** A URL that a body uses, in a link or an image. */
export interface UrlUse {
  readonly url: string;
  readonly isImage: boolean;
  /** Exactly the URL where the file says it literally, in the link or in its definition; else the whole link. */
  readonly at: At;
}

/** Checks each URL that is used. A definition that nothing refers to leads nowhere. */
export function urlChecks(check: (use: UrlUse, report: Report, context: NodeContext) => void): NodeChecks {
  const direct = (node: Link | Image, report: Report, context: NodeContext) =>
    check(
      { url: node.url, isImage: node.type === "image", at: atUrl(context.fragment, node, context.parent) },
      report,
      context,
    );
  const reference = (
    node: Extract<Nodes, { type: "linkReference" | "imageReference" }>,
    report: Report,
    context: NodeContext,
  ) => {
    const definition = context.file.definitions.get(node.identifier);
    if (definition === undefined) return;
    const at = atDefinition(context.fragment, definition) ?? atNode(context.fragment, node, context.parent);
    check({ url: definition.url, isImage: node.type === "imageReference", at }, report, context);
  };
  return { link: direct, image: direct, linkReference: reference, imageReference: reference };
}

function atUrl(fragment: Fragment, node: Link | Image, parent: Nodes | undefined): At {
  const source = sourceOf(fragment, node);
  const at = source.indexOf(node.url, startOfUrl(node, source));
  return at < 0 || node.url === "" ? atNode(fragment, node, parent) : atPart(fragment, node, at, at + node.url.length);
}

function atDefinition(fragment: Fragment, node: Extract<Nodes, { type: "definition" }>): At | undefined {
  const source = sourceOf(fragment, node);
  const at = source.indexOf(node.url, source.indexOf("]:") + 2);
  return at < 0 || node.url === "" ? undefined : atPart(fragment, node, at, at + node.url.length);
}

/** Where the URL may begin, so that the same words in the text before it are passed over. */
function startOfUrl(node: Link | Image, source: string): number {
  if (node.type === "image") return source.indexOf("](", node.alt?.length ?? 0) + 1;
  const lastChild = node.children.at(-1)?.position?.end.offset;
  const isInline = source.startsWith("[");
  return isInline && lastChild !== undefined ? lastChild - (node.position?.start.offset ?? 0) : 0;
}
