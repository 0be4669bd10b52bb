import { createHash } from "node:crypto";
import { CodeLanguage, type Place } from "@high-recall/core";
import type { FileFacts, SampleFacts } from "@high-recall/rules";
import type * as z from "zod";

export type Language = z.infer<typeof CodeLanguage>;

/** The runnable part of a code item: its solution and the expected output. */
export interface Sample {
  readonly id: string;
  /** Path of the item's file, as messages show it. */
  readonly file: string;
  readonly language: Language;
  readonly code: string;
  /** Exact standard output, without the last line break; undefined when the fence is missing or empty. */
  readonly output: string | undefined;
  readonly requires: readonly string[];
  /** Modules that it may import besides, by file name. */
  readonly modules?: ReadonlyMap<string, string>;
  /** The two fences; `outputAt` is undefined when there is none. */
  readonly codeAt: Place;
  readonly outputAt: Place | undefined;
}

/** The sample of a file that was checked; undefined for an item of another kind, and for one with `run: false`. */
export function sampleOf({ item }: FileFacts, file: string): Sample | undefined {
  if (item?.sample === undefined) return undefined;
  const { language, requires, code, output, codeAt, outputAt } = item.sample;
  return {
    ...{ id: item.id, file, language: CodeLanguage.parse(language), code, requires, codeAt, outputAt },
    output: output?.trim() ? output : undefined,
  };
}

/** Hash of everything that decides whether a sample passes. */
export function hashOf(sample: Pick<SampleFacts, "language" | "code" | "output" | "requires">): string {
  const texts = [sample.code, sample.output].map((text) => text?.replace(/\r\n?/g, "\n"));
  const parts = [sample.language, ...texts, [...sample.requires].sort()];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
