import type { SqlJsStatic } from "sql.js";
import type { Database, OpenDatabase, SqlValue } from "./database.ts";

/** Opens databases with sql.js, for a browser. `sqlJs` is what `await initSqlJs()` gives. */
export function openWithSqlJs(sqlJs: SqlJsStatic): OpenDatabase {
  return (bytes) => {
    const sqlite = new sqlJs.Database(bytes);
    return {
      run: (sql) => {
        sqlite.exec(sql);
      },
      insert: (sql, rows) => {
        const statement = sqlite.prepare(sql);
        for (const row of rows) statement.run([...row]);
        statement.free();
      },
      query: (sql) => (sqlite.exec(sql)[0]?.values ?? []) as SqlValue[][],
      serialize: () => sqlite.export(),
      close: () => sqlite.close(),
    } satisfies Database;
  };
}
