import { readFile } from "node:fs/promises";
import { Failure } from "../failure.ts";
import { replaceFile } from "../replace-file.ts";
import type { Sample } from "./sample.ts";

/**
 * Writes what a sample printed into the file of its item, which has no output yet.
 * @param text the file as it was when the sample was read
 * @returns the new text and the line of the fence
 * @throws {Failure} when the file has changed since, or the solution's fence is open
 */
export async function writeOutput(
  path: string,
  text: string,
  sample: Sample,
  output: string,
): Promise<{ readonly text: string; readonly line: number }> {
  const written = withOutput(text, sample, output);
  if (written === undefined)
    throw new Failure(`Cannot add the output to ${sample.file}: close the solution's fence first`);
  if ((await readFile(path, "utf8")) !== text) {
    throw new Failure(`${sample.file} has changed while its sample ran: run it again`);
  }
  await replaceFile(path, new TextEncoder().encode(written.text));
  return written;
}

/** The text with an `output` fence after the solution, or in place of the empty one; undefined if the solution's is open. */
export function withOutput(
  text: string,
  { codeAt, outputAt }: Pick<Sample, "codeAt" | "outputAt">,
  output: string,
): { readonly text: string; readonly line: number } | undefined {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const fence = fenceOf(output).replaceAll("\n", newline);
  if (outputAt !== undefined) {
    const { start, end } = outputAt;
    return { text: text.slice(0, start.offset) + fence + text.slice(end.offset), line: start.line };
  }
  if (!isClosed(text.slice(codeAt.start.offset, codeAt.end.offset))) return undefined;
  const before = text.slice(0, codeAt.end.offset);
  const after = text.slice(codeAt.end.offset) || newline;
  return { text: `${before}${newline}${newline}${fence}${after}`, line: codeAt.end.line + 2 };
}

/** A fence longer than any run of backticks in the output. */
function fenceOf(output: string): string {
  const longest = [...output.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const marker = "`".repeat(longest + 1);
  return `${marker}output\n${output}\n${marker}`;
}

/** Whether a fence, as written, has its closing line. */
function isClosed(source: string): boolean {
  const lines = source.split(/\r?\n/);
  const opening = /^ {0,3}(`{3,}|~{3,})/.exec(lines[0] ?? "")?.[1] ?? "";
  const closing = lines.length > 1 ? (/^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(lines.at(-1) ?? "")?.[1] ?? "") : "";
  return opening !== "" && closing.startsWith(opening);
}
