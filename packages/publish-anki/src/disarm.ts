/**
 * Breaks what Anki would obey in the HTML of a field, wherever an author wrote it as text or code: sounds, speech,
 * LaTeX and cloze deletions. The sign that begins it becomes a character reference, so it reads as it did.
 */
export function disarm(html: string): string {
  return html
    .replaceAll(/\[(?=sound:|anki:|\/?latex\]|\/?\${1,2}\])/gi, "&#91;")
    .replaceAll(/\{(?=\{c[\d,]+::)/gi, "&#123;");
}
