import { styleText } from "node:util";
import type { Fix, Message, Place } from "@high-recall/core";
import { frameOf } from "./frame.ts";
import { visible } from "./visible.ts";
import { wrap } from "./wrap.ts";

export interface PrettyOptions {
  readonly isColour: boolean;
  readonly columns: number;
  /** Whether messages are broken between words where they are wider than that. */
  readonly wraps: boolean;
  /** Lines of a file, for the code frames; undefined when it cannot be shown. */
  readonly linesOf: (file: string) => readonly string[] | undefined;
}

/**
 * Messages for people: grouped by file, each with its source line, the line after a fix (`+`), and related
 * places; then a summary line.
 */
export function pretty(messages: readonly Message[], fileCount: number, options: PrettyOptions): string {
  const paint: Paint = (format, text) => (options.isColour ? styleText(format, text, { validateStream: false }) : text);
  const lines: string[] = [];
  let file: string | undefined;
  for (const message of messages) {
    if (message.file !== file) {
      if (file !== undefined) lines.push("");
      file = message.file;
      lines.push(paint("underline", visible(file)));
    }
    const severity = paint(message.severity === "error" ? "red" : "yellow", message.severity);
    const fault = `${range(message.place)} ${severity} ${textLines(message)}  ${paint("dim", message.rule)}`;
    lines.push(options.wraps ? wrap(fault, options.columns, "  ") : fault);
    lines.push(...frameLines(message, options, paint));
    for (const { file: other, place, text } of message.related) {
      const { line, column } = place.start;
      const where = other === message.file ? `line ${line}` : `${visible(other)}:${line}:${column}`;
      const see = `  ${paint("dim", `see ${where}: ${visible(text)}`)}`;
      lines.push(options.wraps ? wrap(see, options.columns, "    ") : see);
    }
  }
  if (lines.length > 0) lines.push("");
  lines.push(summary(messages, fileCount, paint));
  return `${lines.join("\n")}\n`;
}

function range({ start, end }: Place): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** A message may have several lines, such as those of a difference. */
function textLines({ text }: Message): string {
  return text.split("\n").map(visible).join("\n");
}

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

function frameLines(message: Message, options: PrettyOptions, paint: Paint): string[] {
  const { start, end } = message.place;
  const line = options.linesOf(message.file)?.[start.line - 1];
  if (line === undefined) return [];
  const gutter = String(start.line);
  const width = Math.max(40, options.columns - gutter.length - 6);
  const frame = frameOf(line, start.column, end.line === start.line ? end.column : line.length + 1, width);
  const blank = " ".repeat(gutter.length);
  return [
    `  ${paint("dim", `${gutter} |`)} ${frame.text}`,
    `  ${paint("dim", `${blank} |`)} ${" ".repeat(frame.from)}${paint("red", "^".repeat(frame.length))}`,
    ...message.fixes
      .flatMap((fix) => fixedLine(line, start.line, fix) ?? [])
      .slice(0, mostFixes)
      .map(({ text, from, to }) => {
        const fixed = frameOf(text, from + 1, to + 1, width);
        return `  ${paint("green", `${"+".padStart(gutter.length)} | ${fixed.text}`)}`;
      }),
  ];
}

/** Alternatives that are shown; all of them are in JSON. */
const mostFixes = 3;

/** A line after a fix, and the columns that changed; undefined if the fix changes other lines. */
function fixedLine(line: string, number: number, { replacements }: Fix): FixedLine | undefined {
  const [only, ...others] = replacements;
  if (only === undefined || others.length > 0 || only.text.includes("\n")) return undefined;
  const { start, end } = only.place;
  if (start.line !== number || end.line !== number) return undefined;
  const from = start.column - 1;
  const text = line.slice(0, from) + only.text + line.slice(end.column - 1);
  return { text, from, to: from + only.text.length };
}

interface FixedLine {
  readonly text: string;
  /** Columns that were changed, from 0. */
  readonly from: number;
  readonly to: number;
}

function summary(messages: readonly Message[], fileCount: number, paint: Paint): string {
  const errors = messages.filter((message) => message.severity === "error").length;
  const warnings = messages.length - errors;
  const files = count(fileCount, "file");
  if (messages.length === 0) return paint("green", `✔ ${files}, no faults`);
  const total = `${count(errors, "error")}, ${count(warnings, "warning")} in ${files}`;
  return errors > 0 ? paint("red", `✖ ${total}`) : paint("yellow", `⚠ ${total}`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
