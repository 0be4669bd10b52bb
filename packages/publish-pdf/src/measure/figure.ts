import type { Image } from "@high-recall/core";
import { type Artwork, artworkOf } from "../figures/artwork.ts";
import { tokenize } from "../inline/tokens.ts";
import type { Drawing } from "../paint/display-list.ts";
import { drawLine } from "./draw-line.ts";
import type { Environment, Frame } from "./environment.ts";
import { betweenBlocks, sliceText } from "./paragraph.ts";
import { setText } from "./set-text.ts";
import { never, type Slice } from "./slice.ts";

/** A CSS pixel is 1/96 inch, a point 1/72. */
const pointsPerPixel = 0.75;
/** Pixels that text in figures is about as large as: on a dense sheet they shrink with the text. */
const figureText = 12;
/** The least size of a picture's side in points: thinner lines vanish in print. */
const least = 0.5;

/** A figure, centred, no wider than the frame and no taller than a column, with its title as caption. */
export function measureFigure(image: Image, frame: Frame, gap: number, env: Environment): Slice[] {
  const figure = frame.figures.get(image.url);
  if (!figure)
    throw new Error(`The figure \`${image.url}\` is not among the topic's figures: the curriculum was not linked`);
  const artwork = artworkOf(figure, env.fonts, env.palette.isGrey);
  const unit = Math.min(pointsPerPixel, env.size / figureText);
  const natural = { width: figure.width * unit, height: figure.height * unit };
  const most = env.maxHeight * 0.6;
  const scale = Math.min(1, frame.width / natural.width, most / natural.height);
  const width = Math.min(frame.width, Math.max(least, natural.width * scale));
  const height = Math.min(most, Math.max(least, natural.height * scale));
  const x = frame.x + (frame.width - width) / 2;
  const tag = { key: frame.key, type: "Figure" as const, alt: image.alt };
  const caption = image.title ? tokenize([{ type: "text", value: image.title }]) : [];
  const picture: Slice = {
    height,
    gap,
    breakCost: caption.length > 0 ? never : betweenBlocks,
    content: [{ tags: [...frame.tags, tag], drawings: drawArtwork(artwork, image.alt, x, width, height, env) }],
    grounds: frame.grounds,
  };
  const type = { size: env.size * 0.9, weight: "regular" as const, isItalic: true };
  const options = { type, colour: env.palette.quiet, align: "center" as const, gap: 0.2 * env.size };
  return [picture, ...sliceText(caption, frame, { ...options, tag: { key: `${frame.key}.caption`, type: "P" } }, env)];
}

function drawArtwork(
  artwork: Artwork,
  alt: string,
  x: number,
  width: number,
  height: number,
  env: Environment,
): Drawing[] {
  switch (artwork.kind) {
    case "bitmap":
      return [{ kind: "picture", bitmap: artwork.bitmap, x, y: 0, width, height }];
    case "vector": {
      const { box, drawings } = artwork;
      const [scaleX, scaleY] = [width / box.width, height / box.height];
      const matrix = [scaleX, 0, 0, scaleY, x - box.x * scaleX, -box.y * scaleY] as const;
      return [{ kind: "group", matrix, clip: box, drawings }];
    }
    case "unreadable":
      return placeholder(alt, x, width, height, env);
    default:
      return unknownArtwork(artwork);
  }
}

/** A frame with the alternative text, where a figure cannot be read; the notice says why. */
function placeholder(alt: string, x: number, width: number, height: number, env: Environment): Drawing[] {
  const inset = 0.25;
  const frame = {
    x: x + inset,
    y: inset,
    width: Math.max(0, width - 2 * inset),
    height: Math.max(0, height - 2 * inset),
  };
  const drawings: Drawing[] = [{ kind: "rectangle", ...frame, stroke: env.palette.rule, thickness: 0.5 }];
  const type = { size: env.size * 0.9, weight: "regular" as const };
  const text = setText(tokenize([{ type: "text", value: alt }]), Math.max(1, width - 8), type, env.leading, env);
  if (text.height > height) return drawings;
  let top = (height - text.height) / 2;
  for (const line of text.lines) {
    const place = { x: x + (width - line.width) / 2, y: top + line.baseline, size: type.size };
    const content = drawLine(line.atoms, { ...place, colour: env.palette.quiet, key: "", tags: [] }, env);
    drawings.push(...content.flatMap((each) => each.drawings));
    top += line.height;
  }
  return drawings;
}

function unknownArtwork(artwork: never): never {
  throw new Error(`Unknown artwork ${JSON.stringify(artwork)}`);
}
