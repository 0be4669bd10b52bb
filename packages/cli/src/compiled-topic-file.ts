import { createHash, timingSafeEqual } from "node:crypto";
import type { CompiledTopic, TopicSource } from "@high-recall/compiler";
import { codeDigest } from "./code-digest.ts";
import type { Host } from "./host.ts";
import { localDigest } from "./local-key.ts";
import { compiledTopicPath } from "./paths.ts";
import { readRegularFile } from "./read-file.ts";

/**
 * Content of `dist/topic.json` after the digest of this content itself, which only this user can make: a file that came with
 * someone's changes is not used, whatever it says.
 */
interface Stored {
  /** Digest of everything that the topic was made from. */
  readonly sources: string;
  readonly compiled: CompiledTopic;
}

const none = "0".repeat(64);

/** Digest of a topic's sources and of the code that compiles them. */
export function sourceDigest(source: TopicSource): string {
  const hash = createHash("sha256").update(codeDigest());
  for (const { name, text } of source.files) hash.update(JSON.stringify([name, text]));
  for (const figure of source.figures) hash.update(JSON.stringify(figure));
  return hash.digest("hex");
}

/** The compiled topic of a folder; undefined unless this user made its file, from the same sources. */
export async function readCompiledTopic(
  topic: string,
  sources: string,
  host: Pick<Host, "cacheFolder">,
): Promise<CompiledTopic | undefined> {
  try {
    const text = await readRegularFile(compiledTopicPath(topic));
    const [start = "", digest = ""] = /^\{"digest":"([0-9a-f]{64})",/.exec(text) ?? [];
    const body = text.slice(start.length);
    const expected = localDigest(body, host);
    if (expected === undefined || !timingSafeEqual(Buffer.from(digest), Buffer.from(expected))) return undefined;
    const stored = JSON.parse(`{${body}`) as Partial<Stored>;
    return stored.sources === sources ? stored.compiled : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a topic's file. */
export function compiledTopicBytes(
  sources: string,
  compiled: CompiledTopic,
  host: Pick<Host, "cacheFolder">,
): Uint8Array {
  const body = `${JSON.stringify({ sources, compiled } satisfies Stored).slice(1)}\n`;
  return new TextEncoder().encode(`{"digest":"${localDigest(body, host) ?? none}",${body}`);
}
