import { buildDatabase } from "./build-database.ts";
import type { Collection, CompleteCollection } from "./collection.ts";
import { complete } from "./complete.ts";
import type { OpenDatabase } from "./database.ts";
import { validate } from "./validate/validate.ts";
import { type ZipFile, zip } from "./zip.ts";

export interface WriteOptions {
  /** `openDatabase` of `./node`, or `openWithSqlJs(…)` of `./browser`. */
  readonly open: OpenDatabase;
}

/** Writes an `.apkg` file. The same collection gives the same bytes, on any machine, with either SQLite.
 *  @throws {PackageError} where Anki would abort, drop a note or change it; names the note and the fault */
export function write(collection: Collection, options: WriteOptions): Uint8Array {
  const chunks = [...writeChunks(collection, options)];
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The bytes of `write` in chunks, so that a large package need not be in memory as a whole. A media file's `bytes` are
 *  read once, when it is written: they may be a getter that reads a file.
 *  @throws {PackageError} as `write`, before the first chunk */
export function* writeChunks(collection: Collection, { open }: WriteOptions): Generator<Uint8Array, void> {
  const whole = complete(collection);
  const database = databaseOf(whole, open);
  const names = Object.fromEntries(whole.media.map((file, index) => [String(index), file.name]));
  function* files(): Generator<ZipFile> {
    yield { name: "collection.anki2", bytes: database };
    yield { name: "media", bytes: new TextEncoder().encode(JSON.stringify(names)) };
    for (const [index, file] of whole.media.entries()) {
      yield { name: String(index), bytes: file.bytes, title: file.name };
    }
  }
  yield* zip(files());
}

function databaseOf(whole: CompleteCollection, open: OpenDatabase): Uint8Array {
  const ords = validate(whole);
  const database = open();
  try {
    buildDatabase(database, whole, ords);
    return fixHeader(database.serialize());
  } finally {
    database.close();
  }
}

/** Offsets in the header of a database file (sqlite.org/fileformat2.html, 1.3) that count changes or name the version
 *  of SQLite, and what to put there. */
const headerWords = [
  { offset: 24, value: 1 }, // file change counter
  { offset: 40, value: 1 }, // schema cookie
  { offset: 92, value: 1 }, // version-valid-for: must equal the change counter
  { offset: 96, value: 3_045_000 }, // version of SQLite
];

/** Makes the bytes independent of the SQLite that wrote them. Changes them in place. */
function fixHeader(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (const { offset, value } of headerWords) view.setUint32(offset, value);
  return bytes;
}
