import { createHash } from "node:crypto";
import type { CompiledTopic, TopicSource } from "@high-recall/compiler";
import { codeDigest } from "./code-digest.ts";
import { compiledTopicPath } from "./paths.ts";
import { readRegularFile } from "./read-file.ts";

/** Content of `dist/topic.json`: the compiled topic, and the digest of everything that it was made from. */
interface Stored {
  readonly digest: string;
  readonly compiled: CompiledTopic;
}

/** Digest of a topic's sources and of the code that compiles them. */
export function sourceDigest(source: TopicSource): string {
  const hash = createHash("sha256").update(codeDigest());
  for (const { name, text } of source.files) hash.update(JSON.stringify([name, text]));
  for (const figure of source.figures) hash.update(JSON.stringify(figure));
  return hash.digest("hex");
}

/** The compiled topic of a folder; undefined unless its file exists, is readable and was made from the same sources. */
export async function readCompiledTopic(topic: string, digest: string): Promise<CompiledTopic | undefined> {
  try {
    const stored = JSON.parse(await readRegularFile(compiledTopicPath(topic))) as Partial<Stored>;
    return stored.digest === digest ? stored.compiled : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a topic's file. */
export function compiledTopicBytes(digest: string, compiled: CompiledTopic): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ digest, compiled } satisfies Stored)}\n`);
}
