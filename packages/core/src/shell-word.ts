/** A word of a command as a shell reads it back: quoted where it has to be. */
export function shellWord(text: string): string {
  if (/^[\w./:@%+,=][\w./:@%+,=-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
