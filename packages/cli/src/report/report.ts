import type { Message } from "@high-recall/core";
import { Option } from "commander";
import { withCommands } from "../command-prefix.ts";
import type { Host } from "../host.ts";
import { pretty } from "./pretty.ts";

export type Format = "pretty" | "json";
export const formats: readonly Format[] = ["pretty", "json"];

/** The option `--format`, the same for each command that reports. */
export function formatOption(): Option {
  return new Option("--format <format>", "how to print what is found").choices([...formats]).default("pretty");
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
      return `${JSON.stringify(messages, null, 2)}\n`;
    case "pretty":
      return pretty(messages, texts.size, {
        isColour: host.isColour,
        columns: host.columns,
        linesOf: (file) => texts.get(file)?.split(/\r\n|\r|\n/),
      });
  }
}
