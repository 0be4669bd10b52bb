/** A statement of a script, and the line where it begins, from 1. */
export interface Statement {
  readonly text: string;
  readonly line: number;
}

/** The statements of an SQL script. A semicolon ends one, except in a string, a quoted name, a comment or a trigger's body. */
export function statementsOf(script: string): Statement[] {
  const token =
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[A-Za-z_]+|;|[\s\S]/g;
  const statements: Statement[] = [];
  let current = "";
  let line = 1;
  let begins: number | undefined;
  let words: string[] = [];
  let open = 0;
  for (const [piece] of script.matchAll(token)) {
    const isBlank = piece.trim() === "" || piece.startsWith("--") || piece.startsWith("/*") || piece === ";";
    if (!isBlank) begins ??= line;
    line += piece.split("\n").length - 1;
    if (piece.startsWith("--") || piece.startsWith("/*")) {
      current += " ";
      continue;
    }
    const word = piece.toUpperCase();
    if (/^[A-Z_]+$/.test(word)) words.push(word);
    const isTrigger = words[0] === "CREATE" && words.slice(1, 4).includes("TRIGGER");
    if (isTrigger && (word === "BEGIN" || word === "CASE")) open += 1;
    if (isTrigger && word === "END") open -= 1;
    if (piece !== ";" || open > 0) {
      current += piece;
      continue;
    }
    if (current.trim()) statements.push({ text: current.trim(), line: begins ?? line });
    begins = undefined;
    current = "";
    words = [];
    open = 0;
  }
  return current.trim() ? [...statements, { text: current.trim(), line: begins ?? line }] : statements;
}

/** A value in a row of a result. */
export type SqlValue = null | bigint | number | string | Uint8Array;

/** A row in SQLite's list mode: values joined by `|`, NULL as nothing. `formatReal` asks SQLite, which rounds in its own way. */
export function formatRow(row: readonly SqlValue[], formatReal: (value: number) => string): string {
  return row.map((value) => formatValue(value, formatReal)).join("|");
}

function formatValue(value: SqlValue, formatReal: (value: number) => string): string {
  if (value === null) return "";
  if (typeof value === "number") return formatReal(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return String(value);
}
