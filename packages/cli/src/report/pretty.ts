import { styleText } from "node:util";
import { frameOf } from "./frame.ts";
import type { Message } from "./message.ts";
import { visible } from "./visible.ts";

export interface PrettyOptions {
  readonly isColour: boolean;
  readonly columns: number;
  /** Lines of a file, for the code frames; undefined when it cannot be shown. */
  readonly linesOf: (file: string) => readonly string[] | undefined;
}

/** Messages for people: grouped by file, each with the source it speaks of, then a summary line. */
export function pretty(messages: readonly Message[], fileCount: number, options: PrettyOptions): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    options.isColour ? styleText(format, text, { validateStream: false }) : text;
  const lines: string[] = [];
  let file: string | undefined;
  for (const message of messages) {
    if (message.file !== file) {
      if (file !== undefined) lines.push("");
      file = message.file;
      lines.push(paint("underline", visible(file)));
    }
    const place = `${message.line}:${message.column}-${message.endLine}:${message.endColumn}`;
    const severity = paint(message.severity === "error" ? "red" : "yellow", message.severity);
    lines.push(`${place} ${severity} ${reasonLines(message)}  ${paint("dim", message.rule)}`);
    lines.push(...frameLines(message, options, paint));
  }
  if (lines.length > 0) lines.push("");
  lines.push(summary(messages, fileCount, paint));
  return `${lines.join("\n")}\n`;
}

/** A reason may have lines of its own, such as those of a difference. */
function reasonLines({ message }: Message): string {
  return message.split("\n").map(visible).join("\n");
}

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

function frameLines(message: Message, options: PrettyOptions, paint: Paint): string[] {
  const line = options.linesOf(message.file)?.[message.line - 1];
  if (line === undefined) return [];
  const gutter = String(message.line);
  const end = message.endLine === message.line ? message.endColumn : line.length + 1;
  const frame = frameOf(line, message.column, end, Math.max(40, options.columns - gutter.length - 6));
  const blank = " ".repeat(gutter.length);
  return [
    `  ${paint("dim", `${gutter} |`)} ${frame.text}`,
    `  ${paint("dim", `${blank} |`)} ${" ".repeat(frame.from)}${paint("red", "^".repeat(frame.length))}`,
  ];
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
