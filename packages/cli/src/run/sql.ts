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
