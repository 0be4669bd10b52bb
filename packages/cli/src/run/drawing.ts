import { join } from "node:path";
import type { TopicSource } from "@high-recall/compiler/read";
import { fileStart, type Message } from "@high-recall/core";
import { ruleNamed } from "@high-recall/rules";
import { readRegularFile } from "../read-file.ts";
import { otherwise } from "./environment.ts";
import type { Result } from "./run.ts";
import type { Sample } from "./sample.ts";

/** A figure with the script that draws it. */
export interface Drawing {
  /** Paths as messages show them. */
  readonly figure: string;
  readonly script: string;
  /** The text of the figure. */
  readonly text: string;
  readonly sample: Sample;
}

/** The figures of a topic that have a script. `modules` are what scripts may import besides the standard library. */
export function drawingsOf({ id, entries }: TopicSource, modules: ReadonlyMap<string, string>): Drawing[] {
  return entries.flatMap((script) => {
    if (script.type !== "figure-script") return [];
    const figure = entries.find(({ path }) => path === script.path.replace(/\.py$/, ".svg"));
    if (figure?.type !== "figure") return [];
    const name = `${id}/figures/${script.name}`;
    const sample: Sample = {
      ...{
        id: name,
        file: figure.path,
        language: "python",
        code: script.text,
        output: figure.text.replace(/\n$/, ""),
        modules,
      },
      ...{ requires: [], codeAt: fileStart, outputAt: fileStart },
    };
    return [{ figure: figure.path, script: script.path, text: figure.text, sample }];
  });
}

/** `samples/figure.py` beside a folder of topics, which scripts import as `figure`; nothing when there is none. */
export async function figureModules(content: string): Promise<ReadonlyMap<string, string>> {
  const text = await readRegularFile(join(content, "..", "samples", "figure.py")).catch(() => undefined);
  return new Map(text === undefined ? [] : [["figure.py", text]]);
}

/** A result other than `same`: at the first line of the figure that differs, or at the script that failed. */
export function drawingMessage({ figure, script }: Drawing, result: Exclude<Result, { kind: "same" }>): Message {
  if (result.kind === "failed") return at(script, result.codeLine ?? 1, "", `The script fails: ${result.reason}`);
  // Only a sample without an expected output is printed, and a figure has one.
  if (result.kind === "printed") throw new Error(`The figure ${figure} has no text`);
  const line = result.line + 1;
  const found = shown(result.found);
  const expected = shown(result.expected);
  const reason =
    result.kind === "unsteady"
      ? `The script prints ${expected} in one run and ${found} in the next, ${otherwise}: make it independent of them`
      : `The script prints ${found}, but the figure has ${expected}: save what it prints`;
  return at(figure, line, result.expected ?? "", reason);
}

/** A line may be a long path. */
function shown(line: string | undefined): string {
  if (line === undefined) return "nothing more";
  return `\`${line.length > 120 ? `${line.slice(0, 120)}…` : line}\``;
}

function at(file: string, line: number, text: string, message: string): Message {
  const { severity, url } = ruleNamed("figure-drawn");
  const point = (column: number) => ({ line, column, offset: 0 });
  const place = { start: point(1), end: point(text.length + 1) };
  return { file, place, rule: "figure-drawn", severity, text: message, url, fixes: [], related: [] };
}
