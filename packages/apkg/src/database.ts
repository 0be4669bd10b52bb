export type SqlValue = number | string | null;

/** The part of SQLite that this library needs, so that any SQLite can be used. */
export interface Database {
  /** Runs statements that return no rows. */
  run(sql: string): void;
  /** Prepares `sql` once and runs it for every row. */
  insert(sql: string, rows: Iterable<readonly SqlValue[]>): void;
  query(sql: string): SqlValue[][];
  /** The bytes of the database file. */
  serialize(): Uint8Array;
  close(): void;
}

/** Opens an empty database in memory, or one from the bytes of a database file. */
export type OpenDatabase = (bytes?: Uint8Array) => Database;
