import type { Curriculum } from "@high-recall/core";
import { createJsonPublisher, JsonProduct } from "../src/index.ts";

/** What the publisher makes, by path, as text. */
export async function published(curriculum: Curriculum, product: object = {}): Promise<Map<string, string>> {
  return publishedBy(curriculum, [JsonProduct.parse(product)]);
}

/** What products make, by path, as text; pieces of one file are joined. */
export async function publishedBy(
  curriculum: Curriculum,
  products: readonly JsonProduct[],
): Promise<Map<string, string>> {
  const { artifacts } = await createJsonPublisher().publish(curriculum, products);
  const files = new Map<string, string>();
  for await (const { path, bytes } of artifacts) {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    files.set(path, `${files.get(path) ?? ""}${text}`);
  }
  return files;
}

/** One document, parsed without types, as another app would. */
// biome-ignore lint/suspicious/noExplicitAny: a consumer's view of JSON has no types
export function read(files: ReadonlyMap<string, string>, path: string): any {
  const text = files.get(path);
  if (text === undefined) throw new Error(`Expected ${path} among ${[...files.keys()].join(", ")}`);
  return JSON.parse(text);
}

/** Paths and texts, to compare as a whole. */
export function filesOf(files: ReadonlyMap<string, string>): [string, string][] {
  return [...files];
}
