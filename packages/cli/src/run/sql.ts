/**
 * The statements of an SQL script. A semicolon ends one, unless it stands in a string, a quoted name, a comment, or the
 * body of a trigger.
 */
export function statementsOf(script: string): string[] {
  const token =
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[A-Za-z_]+|;|[\s\S]/g;
  const statements: string[] = [];
  let current = "";
  let words: string[] = [];
  let open = 0;
  for (const [piece] of script.matchAll(token)) {
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
    if (current.trim()) statements.push(current.trim());
    current = "";
    words = [];
    open = 0;
  }
  return current.trim() ? [...statements, current.trim()] : statements;
}

/** A row in list mode: values joined by `|`, NULL as nothing, a REAL with up to 15 digits and always a point. */
export function formatRow(row: readonly (null | bigint | number | string | Uint8Array)[]): string {
  return row.map(formatValue).join("|");
}

function formatValue(value: null | bigint | number | string | Uint8Array): string {
  if (value === null) return "";
  if (typeof value === "number") return formatReal(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return String(value);
}

/** As SQLite's `%!.15g` writes it. */
function formatReal(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "Inf";
  if (value === Number.NEGATIVE_INFINITY) return "-Inf";
  const [digits = "0", exponent = "0"] = value.toExponential(14).split("e");
  const power = Number(exponent);
  const trim = (text: string) => text.replace(/0+$/, "").replace(/\.$/, ".0");
  if (power < -4 || power >= 15) {
    const sign = power < 0 ? "-" : "+";
    return `${trim(digits)}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return trim(value.toFixed(Math.max(1, 14 - power)));
}
