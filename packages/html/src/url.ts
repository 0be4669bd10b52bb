/** Schemes that a link may have; a URL without one is relative, and allowed. */
const linkSchemes: readonly string[] = ["https", "http", "mailto"];

/** Schemes a figure may have. An SVG from a `data:` or `blob:` URL in an `img` runs no script and loads nothing. */
const figureSchemes: readonly string[] = ["https", "http", "blob"];
const imageData = /^data:image\/(?:png|svg\+xml)[;,]/i;

/** Whether a link may lead there. */
export function isSafeLink(url: string): boolean {
  return hasSchemeOf(linkSchemes, url);
}

/** Whether an image may be loaded from there. */
export function isSafeFigure(url: string): boolean {
  return hasSchemeOf(figureSchemes, url) || imageData.test(url);
}

/**
 * Everything before a colon counts as a scheme, unless a `/`, `?` or `#` comes first. This is stricter than the URL standard
 * on purpose: browsers drop tabs, line ends and leading spaces, so `java\nscript:` would run.
 */
function hasSchemeOf(allowed: readonly string[], url: string): boolean {
  const scheme = /^([^/?#:]*):/.exec(url)?.[1];
  return scheme === undefined || allowed.includes(scheme.toLowerCase());
}
