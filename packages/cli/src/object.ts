import { createHash } from "node:crypto";
import { ObjectFile, type TopicSource } from "@high-recall/compiler";
import { objectPath } from "./paths.ts";
import { readRegularFile } from "./read-file.ts";
import { version } from "./version.ts";

/** What `dist/topic.json` holds: the object, and the digest of all that it was made from. */
interface Stored {
  readonly digest: string;
  readonly object: ObjectFile;
}

/** Digest of a topic's sources, the options of rules and the version of recall. */
export function digestOf(source: TopicSource, rules: Readonly<Record<string, unknown>>): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([version, rules]));
  for (const file of source.files) hash.update(JSON.stringify([file.path.split("/").pop(), String(file)]));
  for (const figure of source.figures) hash.update(JSON.stringify(figure));
  return hash.digest("hex");
}

/** The object file of a topic, when it is there, readable and made from these very sources. */
export async function readObject(topic: string, digest: string): Promise<ObjectFile | undefined> {
  try {
    const stored = JSON.parse(await readRegularFile(objectPath(topic))) as Partial<Stored>;
    return stored.digest === digest ? ObjectFile.parse(stored.object) : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a topic's object file. */
export function objectBytes(digest: string, object: ObjectFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ digest, object } satisfies Stored)}\n`);
}
