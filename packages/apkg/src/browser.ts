import type { Database, OpenDatabase, SqlValue } from "./database.ts";

/** The part of `await initSqlJs()` that is used here. */
export interface SqlJs {
  readonly Database: new (
    bytes?: Uint8Array,
  ) => {
    exec(sql: string): { values: unknown[][] }[];
    prepare(sql: string): { run(values: SqlValue[]): void; free(): boolean };
    export(): Uint8Array;
    close(): void;
  };
}

/** Opens databases with sql.js, for a browser. */
export function openWithSqlJs(sqlJs: SqlJs): OpenDatabase {
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
