import { DatabaseSync } from "node:sqlite";
import type { Database, OpenDatabase, SqlValue } from "./database.ts";

/** Opens a database with Node's own SQLite (Node 24 and later). */
export const openDatabase: OpenDatabase = (bytes) => {
  const sqlite = new DatabaseSync(":memory:");
  if (bytes !== undefined) sqlite.deserialize(bytes);
  return {
    run: (sql) => sqlite.exec(sql),
    insert: (sql, rows) => {
      const statement = sqlite.prepare(sql);
      for (const row of rows) statement.run(...row);
    },
    query: (sql) => {
      const statement = sqlite.prepare(sql);
      statement.setReturnArrays(true);
      // With setReturnArrays a row is an array, which the types do not say.
      return statement.all() as unknown as SqlValue[][];
    },
    serialize: () => sqlite.serialize(),
    close: () => sqlite.close(),
  } satisfies Database;
};
