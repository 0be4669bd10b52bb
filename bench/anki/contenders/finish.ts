// Writes the database of a package of ours to a file, for floor.ts: node finish.ts notes.json collection.db
import { writeFileSync } from "node:fs";
import { unzipSync } from "../../../packages/apkg/node_modules/fflate/esm/index.mjs";
import { write } from "../../../packages/apkg/src/index.ts";
import { openDatabase as open } from "../../../packages/apkg/src/node.ts";
import { readCollection } from "./collection.ts";

const [, , notes = "", database = ""] = process.argv;
const files = unzipSync(write(readCollection(notes), { open }));
writeFileSync(database, files["collection.anki2"] ?? new Uint8Array());
