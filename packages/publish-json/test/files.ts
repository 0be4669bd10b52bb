import type { Curriculum } from "@high-recall/core";
import { createJsonPublisher, JsonProduct } from "../src/index.ts";

/** What the publisher makes, by path, as text. */
export async function published(curriculum: Curriculum, product: object = {}): Promise<Map<string, string>> {
  const { artifacts } = await createJsonPublisher().publish(curriculum, [JsonProduct.parse(product)]);
  return new Map(artifacts.map(({ path, bytes }) => [path, new TextDecoder("utf-8", { fatal: true }).decode(bytes)]));
}

/** One document, parsed as a stranger would: without types. */
// biome-ignore lint/suspicious/noExplicitAny: a consumer's view of JSON has no types
export function read(files: ReadonlyMap<string, string>, path: string): any {
  const text = files.get(path);
  if (text === undefined) throw new Error(`Expected ${path} among ${[...files.keys()].join(", ")}`);
  return JSON.parse(text);
}

/** Paths and texts, to be compared as a whole. */
export function filesOf(files: ReadonlyMap<string, string>): [string, string][] {
  return [...files];
}
