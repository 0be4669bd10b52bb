import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { formatRow, type SqlValue } from "./sql.ts";

// Runs in the sandbox: `node run-sql.ts sample.sql [reversed]`, where the file has the statements as JSON. Prints rows as SQLite's own shell does in its list mode;
// `reversed` reverses the order of those that no `order by` fixes.
const [script = "", order] = process.argv.slice(2);
const database = new DatabaseSync(":memory:");
if (order === "reversed") database.exec("pragma reverse_unordered_selects = on");
const real = new DatabaseSync(":memory:").prepare("select format('%!.15g', ?) as text");
const formatReal = (value: number) => String(real.get(value)?.text);

for (const { text, line } of JSON.parse(readFileSync(script, "utf8")) as { text: string; line: number }[]) {
  try {
    run(text);
  } catch (error) {
    // `recall run` reports the fault at this line.
    process.stderr.write(`${script}:${line}\n`);
    throw error;
  }
}

function run(sql: string): void {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  for (const row of statement.iterate()) {
    process.stdout.write(`${formatRow(row as unknown as SqlValue[], formatReal)}\n`);
  }
}
