import { type Media, mediaName } from "@high-recall/apkg";
import { type Figure, figureBytes, type Topic } from "@high-recall/core";
import type { FigureSource } from "@high-recall/html";

/** A topic's figures as media of a package. */
export interface FigureShelf {
  /** Where an image finds its figure. */
  readonly find: (path: string) => FigureSource | undefined;
  /** By media name. */
  readonly media: ReadonlyMap<string, Media>;
}

/** Names figures by their content: Anki keeps the file it has under a name, so a changed figure needs a new one. */
export function shelveFigures(topic: Topic): FigureShelf {
  const sources = new Map<string, FigureSource>();
  const media = new Map<string, Media>();
  for (const figure of topic.figures) {
    const bytes = figureBytes(figure);
    const name = mediaName(plainName(topic, figure), bytes);
    sources.set(figure.path, { url: name, width: figure.width, height: figure.height });
    media.set(name, { name, bytes });
  }
  return { find: (path) => sources.get(path), media };
}

/** ASCII without spaces: needs no escape in HTML or in an address, and stays below Anki's 120 bytes. */
function plainName(topic: Topic, figure: Figure): string {
  const extension = figure.mediaType === "image/png" ? ".png" : ".svg";
  const file = figure.path.split("/").at(-1) ?? "";
  const stem = `${topic.id}-${file.replace(/\.[^.]*$/, "")}`.replaceAll(/[^A-Za-z0-9-]+/g, "-");
  return `${stem.slice(0, 90)}${extension}`;
}
