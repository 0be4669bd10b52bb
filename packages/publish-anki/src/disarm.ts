/** A tag as the renderer writes it: attribute values in double quotes. Text holds no `<` of its own. */
const tag = /<[a-z][^\s>]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*>/gi;

/**
 * Breaks what Anki would obey in the HTML of a field, wherever an author wrote it as text or code: sounds, speech,
 * LaTeX, cloze deletions, and tags in attributes, where Anki looks for media too. The sign that begins it becomes a
 * character reference, so it reads as it did.
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
