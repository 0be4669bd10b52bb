import { type Image, unreachable } from "@high-recall/core";
import { columnBreak } from "../costs.ts";
import type { Drawing } from "../display-list/display-list.ts";
import { type Artwork, artworkOf } from "../figures/artwork.ts";
import { tokenize } from "../inline/tokens.ts";
import { drawLine } from "./draw-line.ts";
import { layoutText } from "./layout-text.ts";
import type { MeasureContext } from "./measure-context.ts";
import { sliceText } from "./paragraph.ts";
import type { Slice } from "./slice.ts";
import type { Strip } from "./strip.ts";

/** A CSS pixel is 1/96 inch, a point 1/72. */
const pointsPerPixel = 0.75;
/** Usual size of text in figures, in pixels; figures on a dense sheet shrink with the text. */
const figureText = 12;
/** Least width or height of a figure in points: thinner lines vanish in print. */
const least = 0.5;

/**
 * Measures a figure, centred, no wider than the strip and no taller than 60 % of a column, with its title as caption.
 */
export function measureFigure(image: Image, strip: Strip, gap: number, context: MeasureContext): Slice[] {
  const figure = strip.figures.get(image.url);
  if (!figure)
    throw new Error(`The figure \`${image.url}\` is not among the topic's figures: the curriculum was not linked`);
  const artwork = artworkOf(figure, context.fonts, context.theme.isGrey);
  const unit = Math.min(pointsPerPixel, context.size / figureText);
  const natural = { width: figure.width * unit, height: figure.height * unit };
  const most = context.maxHeight * 0.6;
  const scale = Math.min(1, strip.width / natural.width, most / natural.height);
  const width = Math.min(strip.width, Math.max(least, natural.width * scale));
  const height = Math.min(most, Math.max(least, natural.height * scale));
  const x = strip.x + (strip.width - width) / 2;
  const tag = { key: strip.key, type: "Figure" as const, alt: image.alt };
  const caption = image.title ? tokenize([{ type: "text", value: image.title }]) : [];
  const picture: Slice = {
    height,
    gap,
    breakCost: caption.length > 0 ? columnBreak.forbidden : columnBreak.betweenBlocks,
    content: [{ tags: [...strip.tags, tag], drawings: drawArtwork(artwork, image.alt, x, width, height, context) }],
    backgrounds: strip.backgrounds,
  };
  const type = { size: context.size * 0.9, weight: "regular" as const, isItalic: true };
  const options = { type, colour: context.theme.quiet, align: "center" as const, gap: 0.2 * context.size };
  return [
    picture,
    ...sliceText(caption, strip, { ...options, tag: { key: `${strip.key}.caption`, type: "P" } }, context),
  ];
}

function drawArtwork(
  artwork: Artwork,
  alt: string,
  x: number,
  width: number,
  height: number,
  context: MeasureContext,
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
      return placeholder(alt, x, width, height, context);
    default:
      return unreachable(artwork);
  }
}

/** A frame with the alternative text, for a figure that cannot be read; a notice gives the reason. */
function placeholder(alt: string, x: number, width: number, height: number, context: MeasureContext): Drawing[] {
  const inset = 0.25;
  const border = {
    x: x + inset,
    y: inset,
    width: Math.max(0, width - 2 * inset),
    height: Math.max(0, height - 2 * inset),
  };
  const drawings: Drawing[] = [{ kind: "rectangle", ...border, stroke: context.theme.rule, thickness: 0.5 }];
  const type = { size: context.size * 0.9, weight: "regular" as const };
  const text = layoutText(
    tokenize([{ type: "text", value: alt }]),
    Math.max(1, width - 8),
    type,
    context.leading,
    context,
  );
  if (text.height > height) return drawings;
  let top = (height - text.height) / 2;
  for (const line of text.lines) {
    const place = { x: x + (width - line.width) / 2, y: top + line.baseline, size: type.size };
    const content = drawLine(line.atoms, { ...place, colour: context.theme.quiet, key: "", tags: [] }, context);
    drawings.push(...content.flatMap((each) => each.drawings));
    top += line.height;
  }
  return drawings;
}
