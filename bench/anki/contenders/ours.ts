import { writeChunks } from "../../../packages/apkg/src/index.ts";
import { openDatabase as open } from "../../../packages/apkg/src/node.ts";
import { readCollection } from "./collection.ts";
import { measure } from "./measure.ts";

const collection = readCollection(process.argv[2] ?? "");
await measure(() => {
  let bytes = 0;
  for (const chunk of writeChunks(collection, { open })) bytes += chunk.length;
  return bytes;
});
