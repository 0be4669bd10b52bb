import { type Media, mediaName } from "@high-recall/apkg";
import { type Figure, figureBytes, figureText, type Topic } from "@high-recall/core";
import { type InlineFigure, inlineFigure } from "@high-recall/figures";
import type { FigureSource } from "@high-recall/html";

/** A topic's figures as media of a package. */
export interface FigureMedia {
  /** The source of an image, by the path that the image names. */
  readonly find: (path: string) => FigureSource | undefined;
  /** The drawing of an image, if it has the colours of the card. */
  readonly drawing: (path: string) => InlineFigure | undefined;
  /** By media name. */
  readonly media: ReadonlyMap<string, Media>;
}

/** Names figures by their content: Anki never replaces a media file, so a changed figure needs a new name. */
export function figureMedia(topic: Topic): FigureMedia {
  const sources = new Map<string, FigureSource>();
  const media = new Map<string, Media>();
  const drawings = new Map<string, InlineFigure>();
  for (const figure of topic.figures) {
    const drawing = inlineFigure(figure);
    if (drawing !== undefined) drawings.set(figure.path, drawing);
    const bytes = figureBytes(figure);
    const name = mediaName(plainName(topic, figure), bytes);
    sources.set(figure.path, { url: name, width: figure.width, height: figure.height, svg: figureText(figure) });
    media.set(name, { name, bytes });
  }
  return { find: (path) => sources.get(path), drawing: (path) => drawings.get(path), media };
}

/** ASCII without spaces, which HTML and addresses hold unescaped, shorter than Anki's limit of 120 bytes. */
function plainName(topic: Topic, figure: Figure): string {
  const extension = figure.mediaType === "image/png" ? ".png" : ".svg";
  const file = figure.path.split("/").at(-1) ?? "";
  const stem = `${topic.id}-${file.replace(/\.[^.]*$/, "")}`.replaceAll(/[^A-Za-z0-9-]+/g, "-");
  return `${stem.slice(0, 90)}${extension}`;
}
