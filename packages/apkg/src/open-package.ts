import type { Database, OpenDatabase, SqlValue } from "./database.ts";
import type { DeckJson } from "./deck-json.ts";
import { PackageError } from "./error.ts";
import { parseJson } from "./json.ts";
import type { NoteTypeJson } from "./note-type-json.ts";
import { type columns, schemaVersion } from "./schema.ts";
import { unzip, zipTimes } from "./zip.ts";

/** A package unpacked but not interpreted, for `read` and `check`. */
export interface OpenPackage {
  /** The files of the zip. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly times: readonly [name: string, time: number][];
  /** Name in the zip -> name in Anki's media folder. */
  readonly mediaNames: ReadonlyMap<string, string>;
  /** The answer of `PRAGMA integrity_check`, such as `ok`. */
  readonly integrity: string;
  readonly version: number;
  /** Key -> note type. */
  readonly noteTypes: ReadonlyMap<string, NoteTypeJson>;
  readonly decks: ReadonlyMap<string, DeckJson>;
  readonly created: number;
  /** Milliseconds. */
  readonly modified: number;
  readonly notes: readonly NoteRow[];
  readonly cards: readonly CardRow[];
  /** How many rows. */
  readonly revlog: number;
  readonly graves: number;
}

export interface NoteRow {
  readonly id: number;
  readonly guid: string;
  readonly mid: number;
  readonly mod: number;
  readonly tags: string;
  readonly flds: string;
  /** As text; a number in the database where it looks like one. */
  readonly sfld: string;
  readonly csum: number;
}

export interface CardRow {
  readonly id: number;
  readonly nid: number;
  readonly did: number;
  readonly ord: number;
  readonly mod: number;
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly ivl: number;
  readonly reps: number;
  readonly lapses: number;
  readonly odid: number;
}

export interface OpenOptions {
  readonly open: OpenDatabase;
  /** The most bytes that a package may unpack to; default: 1 GiB. A hostile zip is small and unpacks to any size. */
  readonly limit?: number;
}

/** Unpacks a package.
 *  @throws {PackageError} when it is not a package, or one of the newest format */
export function openPackage(bytes: Uint8Array, { open, limit = 2 ** 30 }: OpenOptions): OpenPackage {
  const files = unzip(bytes, limit);
  const file = collectionFile(files);
  const database = openBytes(files.get(file) ?? new Uint8Array(), open);
  try {
    return {
      files,
      times: zipTimes(bytes),
      mediaNames: readMediaNames(files.get("media")),
      ...readTables(database),
    };
  } finally {
    database.close();
  }
}

/** Name of the database to read. Since Anki 2.1.50 a `meta` file says which: 8, then 1, 2 or 3 for the newest. */
function collectionFile(files: ReadonlyMap<string, Uint8Array>): string {
  const isNewest = files.get("meta")?.[1] === 3 || (!files.has("meta") && files.has("collection.anki21b"));
  if (isNewest) {
    throw new PackageError(
      "package",
      "is of Anki's newest format; export it with `Support older Anki versions` and read that",
    );
  }
  const file = ["collection.anki21", "collection.anki2"].find((name) => files.has(name));
  if (file === undefined) throw new PackageError("package", "holds no `collection.anki2`, so it is no Anki package");
  return file;
}

function openBytes(bytes: Uint8Array, open: OpenDatabase): Database {
  if (new TextDecoder("latin1").decode(bytes.subarray(0, 15)) !== "SQLite format 3") {
    throw new PackageError("collection", "is not a SQLite database");
  }
  // A database in write-ahead mode cannot be read from memory; the two bytes say which mode (fileformat2.html, 1.3.3).
  const copy = Uint8Array.from(bytes);
  copy.fill(1, 18, 20);
  try {
    return open(copy);
  } catch (error) {
    throw new PackageError("collection", `cannot be opened: ${reason(error)}`);
  }
}

function readTables(database: Database) {
  try {
    refuseOddities(database);
    const [col] = readRows(database, "col", ["crt", "mod", "ver", "models", "decks"]);
    if (col === undefined) throw new PackageError("collection", "its table `col` is empty");
    return {
      integrity: database.query("PRAGMA integrity_check").flat().join("; "),
      version: Number(col.ver),
      created: Number(col.crt),
      modified: Number(col.mod),
      noteTypes: readObjects<NoteTypeJson>(col.models, "models", Number(col.ver), ["tmpls", "flds"]),
      decks: readObjects<DeckJson>(col.decks, "decks", Number(col.ver), []),
      notes: readRows(database, "notes", ["id", "guid", "mid", "mod", "tags", "flds", "sfld", "csum"]).map(
        (row) => ({ ...row, sfld: String(row.sfld), guid: String(row.guid) }) as unknown as NoteRow,
      ),
      cards: readRows(database, "cards", [
        ...["id", "nid", "did", "ord", "mod", "type", "queue", "due", "ivl", "reps", "lapses", "odid"],
      ]) as unknown as CardRow[],
      revlog: count(database, "revlog"),
      graves: count(database, "graves"),
    };
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError("collection", `cannot be read: ${reason(error)}`);
  }
}

/** A view or trigger in place of a table could run any SQL without end. */
function refuseOddities(database: Database): void {
  for (const [type, name] of database.query("SELECT type, name FROM sqlite_master")) {
    if (type !== "table" && type !== "index") throw new PackageError("collection", `holds the ${type} \`${name}\``);
  }
}

function readRows(database: Database, table: keyof typeof columns, names: readonly string[]) {
  // As text: JavaScript cannot represent a number of 19 digits, as in `sfld`.
  const selected = names.map((name) => (name === "sfld" ? "CAST(sfld AS TEXT)" : name));
  return database
    .query(`SELECT ${selected.join(", ")} FROM ${table} ORDER BY id`)
    .map((row): Record<string, SqlValue | undefined> => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

function count(database: Database, table: string): number {
  return Number(database.query(`SELECT count(*) FROM ${table}`)[0]?.[0]);
}

function readObjects<T>(
  text: SqlValue | undefined,
  column: string,
  version: number,
  lists: readonly string[],
): ReadonlyMap<string, T> {
  if (version !== schemaVersion) {
    throw new PackageError("collection", `its database is of version ${version}, expected ${schemaVersion}`);
  }
  const value = parseJson(String(text));
  if (!isRecord(value)) throw new PackageError("collection", `its column \`${column}\` is not an object`);
  for (const [key, part] of Object.entries(value)) {
    const whole = isRecord(part) && typeof part.name === "string" && typeof part.id === "number";
    if (!whole || !lists.every((list) => Array.isArray(part[list]) && part[list].every(isRecord))) {
      throw new PackageError("collection", `entry ${JSON.stringify(key)} of its column \`${column}\` is not whole`);
    }
  }
  return new Map(Object.entries(value)) as ReadonlyMap<string, T>;
}

function readMediaNames(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  if (bytes === undefined) return new Map();
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isRecord(value) && Object.values(value).every((name) => typeof name === "string")) {
      return new Map(Object.entries(value)) as ReadonlyMap<string, string>;
    }
    throw new Error("expected an object of names");
  } catch (error) {
    throw new PackageError("package", `its file \`media\` cannot be read: ${reason(error)}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
