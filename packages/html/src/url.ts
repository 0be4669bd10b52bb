import { schemeOf } from "@high-recall/core";

export { isSafeLink } from "@high-recall/core";

/** Schemes a figure may have. An SVG from a `data:` or `blob:` URL in an `img` runs no script and loads nothing. */
const figureSchemes: readonly string[] = ["https", "http", "blob"];
const imageData = /^data:image\/(?:png|svg\+xml)[;,]/i;

/** Whether an image may be loaded from there. */
export function isSafeFigure(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined || figureSchemes.includes(scheme) || imageData.test(url);
}
