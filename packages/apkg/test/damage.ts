import { unzipSync, type Zippable, zipSync } from "fflate";
import { openDatabase } from "../src/node.ts";
import { fixedDosTime } from "../src/zip.ts";

type Files = Record<string, Uint8Array>;

/** A package after some SQL was run on its database. */
export function withSql(bytes: Uint8Array, sql: string): Uint8Array {
  return withFiles(bytes, (files) => {
    const database = openDatabase(files["collection.anki2"]);
    database.run(sql);
    files["collection.anki2"] = database.serialize();
    database.close();
  });
}

/** A package after a change of one of the JSON columns of the table `col`. */
export function withJson(bytes: Uint8Array, column: "models" | "decks", pattern: RegExp, to: string): Uint8Array {
  return withFiles(bytes, (files) => {
    const database = openDatabase(files["collection.anki2"]);
    const [[id, json] = []] = database.query(`SELECT id, ${column} FROM col`);
    const changed = String(json).replace(pattern, to);
    if (changed === json) throw new Error(`${pattern} matches nothing in ${json}`);
    database.insert(`UPDATE col SET ${column} = ? WHERE id = ?`, [[changed, id ?? null]]);
    files["collection.anki2"] = database.serialize();
    database.close();
  });
}

/** A package after a change of its files. */
export function withFiles(
  bytes: Uint8Array,
  change: (files: Files) => void,
  mtime = new Date(1980, 0, 1, 12),
): Uint8Array {
  const files = unzipSync(bytes);
  change(files);
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) entries[name] = [content, { mtime }];
  return zipSync(entries);
}

/** The time of `fixedDosTime`, for the tests. */
export const fixedTimeInWords = `${1980 + (fixedDosTime >>> 25)}-${(fixedDosTime >>> 21) & 15}-${(fixedDosTime >>> 16) & 31}`;
