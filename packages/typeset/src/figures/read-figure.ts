import { type Figure, figureBytes } from "@high-recall/core";
import type { Fonts } from "../fonts/open-fonts.ts";
import type { Bitmap } from "./bitmap.ts";
import { readPng } from "./read-png.ts";
import { readSvg, type Vector } from "./svg/read-svg.ts";

/** A figure, ready to be drawn. */
export type Artwork =
  | { readonly kind: "bitmap"; readonly bitmap: Bitmap }
  | ({ readonly kind: "vector" } & Vector)
  | { readonly kind: "unreadable"; readonly reason: string };

const known = new WeakMap<Figure, Map<boolean, Artwork>>();

/** Reads a figure; each is read once for colour and once for grey. */
export function readFigure(figure: Figure, fonts: Fonts, isGrey: boolean): Artwork {
  let inks = known.get(figure);
  if (!inks) {
    inks = new Map();
    known.set(figure, inks);
  }
  let artwork = inks.get(isGrey);
  if (!artwork) {
    artwork = read(figure, fonts, isGrey);
    inks.set(isGrey, artwork);
  }
  return artwork;
}

function read(figure: Figure, fonts: Fonts, isGrey: boolean): Artwork {
  try {
    const bytes = figureBytes(figure);
    switch (figure.mediaType) {
      case "image/png":
        return { kind: "bitmap", bitmap: readPng(bytes, isGrey) };
      case "image/svg+xml":
        return { kind: "vector", ...readSvg(new TextDecoder().decode(bytes), fonts, isGrey) };
      default:
        return unknownType(figure.mediaType);
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { kind: "unreadable", reason };
  }
}

function unknownType(type: never): never {
  throw new Error(`Unknown media type ${type}`);
}
