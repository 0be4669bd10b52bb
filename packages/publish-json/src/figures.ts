import { type Block, type Figure, type Image, type Topic, unreachable } from "@high-recall/core";
import type { FigureFile } from "./documents.ts";
import type { JsonProduct } from "./product.ts";

/** A topic's figures as files beside the documents, by the path that images name them with. */
export function figureFilesOf(topic: Topic, product: JsonProduct): ReadonlyMap<string, FigureFile> {
  return new Map(
    topic.figures.map((figure) => {
      const address = figurePath(topic.id, figure).split("/").map(encodeURIComponent).join("/");
      const { base64: _, ...rest } = figure;
      return [figure.path, { ...rest, url: `${product.url ?? ""}${address}` }];
    }),
  );
}

/**
 * Path of a figure's file, relative to the documents' folder: `figures/<topic>/<name>`.
 *
 * @throws {Error} when the name would lead out of that folder; the compiler refuses such a figure
 */
export function figurePath(topic: string, figure: Figure): string {
  const name = figure.path.replace(/^figures\//, "");
  if (name.split(/[/\\]/).some((part) => part === "" || part === "." || part === ".."))
    throw new Error(
      `Wrong path \`${figure.path}\` of a figure of topic \`${topic}\`: expected a path such as \`figures/roc.svg\``,
    );
  return `figures/${topic}/${name}`;
}

/** The images among blocks, at any depth, in reading order. */
export function imagesIn(blocks: readonly Block[]): Image[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "image":
        return [block];
      case "blockquote":
        return imagesIn(block.children);
      case "list":
        return block.children.flatMap((item) => imagesIn(item.children));
      case "paragraph":
      case "heading":
      case "code":
      case "math":
      case "table":
      case "thematicBreak":
        return [];
      default:
        return unreachable(block);
    }
  });
}
