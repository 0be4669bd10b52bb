/** A tag as the renderer writes it, with attribute values in double quotes. Text contains no `<`. */
const tag = /<[a-z][^\s>]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*>/gi;

/**
 * Escapes text and code that Anki would obey in the HTML of a field: sounds, speech, LaTeX, cloze deletions, and tags within
 * attributes, where Anki looks for media too. The first character becomes a character reference, so the text reads the same.
 */
export function disarm(html: string): string {
  return html
    .replaceAll(tag, escapeValues)
    .replaceAll(/\[(?=sound:|anki:|\/?latex\]|\/?\${1,2}\])/gi, "&#91;")
    .replaceAll(/\{(?=\{c[\d,]+::)/gi, "&#123;");
}

function escapeValues(found: string): string {
  return found.replaceAll(/="[^"]*"/g, (value) => value.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
}
