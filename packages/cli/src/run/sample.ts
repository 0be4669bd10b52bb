import { createHash } from "node:crypto";
import { parse } from "@high-recall/compiler";
import { CodeLanguage, type Matter } from "@high-recall/core";
import type { Code, Root } from "mdast";
import type { VFile } from "vfile";
import type * as z from "zod";

export type Language = z.infer<typeof CodeLanguage>;

/** The runnable part of a code item: its solution, and what that must print. */
export interface Sample {
  readonly id: string;
  /** Path of the item's file, as messages show it. */
  readonly file: string;
  readonly language: Language;
  readonly code: string;
  /** Exact standard output, without the last line break. */
  readonly output: string;
  readonly requires: readonly string[];
  /** Lines of the file where the two fences begin, from 1. */
  readonly codeLine: number;
  readonly outputLine: number;
}

/** The sample of a compiled file; undefined for other kinds of items and for `run: false`. */
export function sampleOf(file: VFile): Sample | undefined {
  const front = (file.data.matter as Matter | undefined)?.front;
  if (front?.kind !== "code" || front.run === false) return undefined;
  const fences = (parse(file) as Root).children.filter((node): node is Code => node.type === "code");
  const solution = fences.find((fence) => fence.lang === front.language);
  const output = fences.find((fence) => fence.lang === "output");
  if (!solution || !output) return undefined;
  return {
    id: front.id,
    file: file.path,
    language: CodeLanguage.parse(front.language),
    code: solution.value,
    output: output.value,
    requires: front.requires,
    codeLine: solution.position?.start.line ?? 1,
    outputLine: output.position?.start.line ?? 1,
  };
}

/** Covers everything that decides whether a sample passes. */
export function hashOf(sample: Pick<Sample, "language" | "code" | "output" | "requires">): string {
  const parts = [sample.language, sample.code, sample.output, [...sample.requires].sort()];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
