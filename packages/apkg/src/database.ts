export type SqlValue = number | string | null;

/** The few things this library needs of SQLite, so that any SQLite will do. */
export interface Database {
  /** Runs statements that give no rows. */
  run(sql: string): void;
  /** Prepares `sql` once and runs it for every row. */
  insert(sql: string, rows: Iterable<readonly SqlValue[]>): void;
  query(sql: string): SqlValue[][];
  /** The bytes of the database file. */
  serialize(): Uint8Array;
  close(): void;
}

/** Opens a new database in memory, or one made of the bytes of a database file. */
export type OpenDatabase = (bytes?: Uint8Array) => Database;
