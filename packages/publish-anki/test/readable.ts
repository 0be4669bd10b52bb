/** HTML as the text that a reader sees. */
export function readable(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, point) => String.fromCodePoint(Number.parseInt(point, 16)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
