import type { Message } from "@high-recall/core";
import { Option } from "commander";
import { withChoices } from "../choices.ts";
import { withCommands } from "../command-prefix.ts";
import type { Host } from "../host.ts";
import { pretty } from "./pretty.ts";
import { printJson } from "./workflow-commands.ts";

export type Format = "pretty" | "json";
export const formats: readonly Format[] = ["pretty", "json"];

/** The option `--format`, the same for each command that reports. */
export function formatOption(): Option {
  return withChoices(new Option("--format <format>", "how to print what is found"), formats).default("pretty");
}

/** The option `--quiet`, the same for each command that shows its progress. */
export function quietOption(): Option {
  return new Option("-q, --quiet", "show no progress");
}

/** The result of a check: messages in reading order, and the text of each file by its path. */
export interface Checked {
  readonly messages: readonly Message[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Messages in the format that the user chose. */
export function report({ texts, ...checked }: Checked, format: Format, host: Host): string {
  const messages = checked.messages.map((message) => ({ ...message, text: withCommands(message.text, host) }));
  switch (format) {
    case "json":
      return printJson(messages);
    case "pretty":
      return pretty(messages, filesIn({ messages, texts }), {
        isColour: host.isColour,
        columns: host.columns,
        wraps: host.wraps ?? false,
        linesOf: (file) => texts.get(file)?.split(/\r\n|\r|\n/),
      });
  }
}

/** A file with a message may have no text: it cannot be read, or is missing. */
function filesIn({ messages, texts }: Checked): number {
  return Math.max(texts.size, new Set(messages.map(({ file }) => file)).size);
}
