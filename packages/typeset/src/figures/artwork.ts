import { type Figure, figureBytes, unreachable } from "@high-recall/core";
import { type Bitmap, type Box, readFigure } from "@high-recall/figures";
import type { Drawing } from "../display-list/display-list.ts";
import type { Fonts } from "../fonts/open-fonts.ts";
import { drawGraphics } from "./draw-graphics.ts";

/** A figure, ready to be drawn. */
export type Artwork =
  | { readonly kind: "bitmap"; readonly bitmap: Bitmap }
  | { readonly kind: "vector"; readonly box: Box; readonly drawings: readonly Drawing[] }
  | { readonly kind: "unreadable"; readonly reason: string };

const known = new WeakMap<Figure, Map<boolean, Artwork>>();

/** Opens a figure; each is opened once for colour and once for grey. */
export function artworkOf(figure: Figure, fonts: Fonts, isGrey: boolean): Artwork {
  let inks = known.get(figure);
  if (!inks) {
    inks = new Map();
    known.set(figure, inks);
  }
  let artwork = inks.get(isGrey);
  if (!artwork) {
    artwork = open(figure, fonts, isGrey);
    inks.set(isGrey, artwork);
  }
  return artwork;
}

function open(figure: Figure, fonts: Fonts, isGrey: boolean): Artwork {
  const { drawing, faults } = readFigure(figure.path, figureBytes(figure));
  const [fault] = faults;
  if (!drawing || fault) return { kind: "unreadable", reason: fault?.reason ?? "It has nothing to draw" };
  switch (drawing.kind) {
    case "bitmap":
      return { kind: "bitmap", bitmap: drawing.decode(isGrey) };
    case "vector":
      return { kind: "vector", box: drawing.box, drawings: drawGraphics(drawing.graphics, fonts, isGrey) };
    default:
      return unreachable(drawing);
  }
}
