import { fileStart } from "@high-recall/core";
import { largestMarkdown } from "../limits.ts";
import { defineRule } from "../rule.ts";

/** A file that nobody can read in one sitting, or that takes a program seconds, is a mistake or an attack. */
export const fileSize = defineRule({
  name: "file-size",
  severity: "error",
  description: "A Markdown file has at most 64 KiB, an SVG 1 MiB, a PNG 2 MiB",
  entry(entry, report) {
    if (entry.type === "too-large") report(wordsFor(entry.bytes, entry.most), fileStart);
    if (entry.type !== "figure" || entry.text.length <= largestDrawing) return;
    report(wordsFor(new TextEncoder().encode(entry.text).length, largestDrawing), fileStart);
  },
  text(text, report) {
    // Each UTF-16 unit takes at most three bytes of UTF-8.
    if (text.length * 3 <= largestMarkdown) return true;
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > largestMarkdown) report(wordsFor(bytes, largestMarkdown), fileStart);
    return bytes <= largestMarkdown;
  },
});

/** The most UTF-16 units of an SVG: a drawing with more is a tracing, which is smaller as PNG. */
const largestDrawing = 1024 * 1024;

function wordsFor(bytes: number, most: number): string {
  const remedy = most === largestMarkdown ? "split it" : "save it with fewer points or pixels";
  return `The file has ${Math.ceil(bytes / 1024)} KiB, more than the ${most / 1024} KiB allowed: ${remedy}`;
}
