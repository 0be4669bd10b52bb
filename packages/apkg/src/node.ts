import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Database, OpenDatabase, SqlValue } from "./database.ts";

/** Opens a database with Node's own SQLite: in memory where Node can serialize it (24 and later), else in a temporary
 *  folder, which is removed on `close`. */
export const openDatabase: OpenDatabase = (bytes) =>
  "serialize" in DatabaseSync.prototype ? openInMemory(bytes) : openInFolder(bytes);

function openInMemory(bytes?: Uint8Array): Database {
  const sqlite = new DatabaseSync(":memory:");
  if (bytes !== undefined) sqlite.deserialize(bytes);
  return { ...commands(sqlite), serialize: () => sqlite.serialize(), close: () => sqlite.close() };
}

/** For Node 22, whose SQLite cannot serialize a database in memory. */
export function openInFolder(bytes?: Uint8Array): Database {
  const folder = mkdtempSync(join(tmpdir(), "apkg-"));
  const file = join(folder, "collection.db");
  if (bytes !== undefined) writeFileSync(file, bytes);
  const sqlite = new DatabaseSync(file);
  // The file is only used for one write, so it may be lost.
  sqlite.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  return {
    ...commands(sqlite),
    serialize: () => Uint8Array.from(readFileSync(file)),
    close: () => {
      sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function commands(sqlite: DatabaseSync): Pick<Database, "run" | "insert" | "query"> {
  return {
    run: (sql) => sqlite.exec(sql),
    insert: (sql, rows) => {
      const statement = sqlite.prepare(sql);
      for (const row of rows) statement.run(...row);
    },
    query: (sql) => {
      const statement = sqlite.prepare(sql);
      // Makes rows arrays, which the types do not say. Early versions of Node 22 only have objects.
      if ("setReturnArrays" in statement) statement.setReturnArrays(true);
      return statement.all().map((row) => (Array.isArray(row) ? row : Object.values(row)) as SqlValue[]);
    },
  };
}
