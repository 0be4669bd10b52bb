import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { formatRow, type SqlValue, statementsOf } from "./sql.ts";

// Runs in the sandbox: `node run-sql.ts script.sql`. Prints rows as SQLite's own shell does in its list mode.
const database = new DatabaseSync(":memory:");
const real = new DatabaseSync(":memory:").prepare("select format('%!.15g', ?) as text");
const formatReal = (value: number) => String(real.get(value)?.text);

for (const sql of statementsOf(readFileSync(process.argv[2] ?? "", "utf8"))) {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  for (const row of statement.iterate()) {
    process.stdout.write(`${formatRow(row as unknown as SqlValue[], formatReal)}\n`);
  }
}
