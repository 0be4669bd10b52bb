import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { openDatabase as open } from "../../../packages/apkg/src/node.ts";
import { columns, indexes, tables } from "../../../packages/apkg/src/schema.ts";
import { zip } from "../../../packages/apkg/src/zip.ts";
import { measure } from "./measure.ts";

// What is measured starts from finished rows: those of a database that finish.ts wrote.
const [, , file = "", deflate = "fflate"] = process.argv;
const finished = open(readFileSync(file));
const rows = Object.fromEntries(
  (["col", "notes", "cards"] as const).map((table) => [table, finished.query(`SELECT * FROM ${table} ORDER BY id`)]),
);
finished.close();

await measure(() => {
  const database = open();
  database.run(`PRAGMA page_size = 4096; BEGIN; ${tables}`);
  for (const table of ["col", "notes", "cards"] as const) {
    const places = columns[table].map(() => "?").join(", ");
    database.insert(`INSERT INTO ${table} VALUES (${places})`, rows[table] ?? []);
  }
  database.run(`${indexes} COMMIT;`);
  const bytes = database.serialize();
  database.close();
  if (deflate === "zlib") return deflateRawSync(bytes, { level: 6 }).length;
  let length = 0;
  for (const chunk of zip([{ name: "collection.anki2", bytes }])) length += chunk.length;
  return length;
});
