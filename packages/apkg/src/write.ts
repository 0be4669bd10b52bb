import { buildDatabase } from "./build-database.ts";
import type { Collection } from "./collection.ts";
import { complete } from "./complete.ts";
import type { OpenDatabase } from "./database.ts";
import { validate } from "./validate/validate.ts";
import { zip } from "./zip.ts";

export interface WriteOptions {
  /** `openDatabase` of `./node`, or `openWithSqlJs(…)` of `./browser`. */
  readonly open: OpenDatabase;
}

/** Writes an `.apkg` file. The same collection gives the same bytes, on any machine, with either SQLite.
 *  @throws {PackageError} naming the note and what is wrong, where Anki would abort, drop a note or change it */
export function write(collection: Collection, { open }: WriteOptions): Uint8Array {
  const whole = complete(collection);
  const ords = validate(whole);
  const database = open();
  let bytes: Uint8Array;
  try {
    buildDatabase(database, whole, ords);
    bytes = fixHeader(database.serialize());
  } finally {
    database.close();
  }
  const names = Object.fromEntries(whole.media.map((file, index) => [String(index), file.name]));
  return zip([
    { name: "collection.anki2", bytes },
    { name: "media", bytes: new TextEncoder().encode(JSON.stringify(names)) },
    ...whole.media.map((file, index) => ({ name: String(index), bytes: file.bytes, title: file.name })),
  ]);
}

/** Offsets in the header of a database file (sqlite.org/fileformat2.html, 1.3) that count changes or name the version
 *  of SQLite, and what to put there. */
const headerWords = [
  { offset: 24, value: 1 }, // file change counter
  { offset: 40, value: 1 }, // schema cookie
  { offset: 92, value: 1 }, // version-valid-for: must equal the change counter
  { offset: 96, value: 3_045_000 }, // version of SQLite
];

/** Makes the bytes independent of which SQLite wrote them. */
function fixHeader(database: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(database);
  const view = new DataView(bytes.buffer);
  for (const { offset, value } of headerWords) view.setUint32(offset, value);
  return bytes;
}
