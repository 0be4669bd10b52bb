/** A statement of a script. */
export interface Statement {
  /** As written, without the semicolon and the space around it. */
  readonly text: string;
  readonly start: number;
  /** The line where it begins, from 1. */
  readonly line: number;
}

/** The statements of an SQL script. A semicolon ends one, except in a string, a quoted name, a comment or a trigger's body. */
export function statementsOf(script: string): Statement[] {
  const token =
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[A-Za-z_]+|;|[\s\S]/g;
  const statements: Statement[] = [];
  let words: string[] = [];
  let open = 0;
  let line = 1;
  let begins: { readonly start: number; readonly line: number } | undefined;
  let end = 0;
  const finish = () => {
    if (begins !== undefined) statements.push({ text: script.slice(begins.start, end), ...begins });
    begins = undefined;
    words = [];
    open = 0;
  };
  for (const { 0: piece, index } of script.matchAll(token)) {
    const word = piece.toUpperCase();
    if (/^[A-Z_]+$/.test(word) && words.length < 4) words.push(word);
    const isTrigger = words[0] === "CREATE" && words.slice(1, 4).includes("TRIGGER");
    if (isTrigger && (word === "BEGIN" || word === "CASE")) open += 1;
    if (isTrigger && word === "END") open -= 1;
    if (piece === ";" && open <= 0) finish();
    else if (piece.trim() !== "" && !piece.startsWith("--") && !piece.startsWith("/*")) {
      begins ??= { start: index, line };
      end = index + piece.length;
    }
    line += piece.split("\n").length - 1;
  }
  finish();
  return statements;
}
