import type { Message } from "@high-recall/core";
import { Option } from "commander";
import { withChoices } from "../choices.ts";
import type { Host } from "../host.ts";
import { pretty } from "./pretty.ts";
import { printJson } from "./workflow-commands.ts";

export type Format = "pretty" | "json";
export const formats: readonly Format[] = ["pretty", "json"];

/** The option `--format`, the same for each command that reports. */
export function formatOption(): Option {
  return withChoices(new Option("--format <format>", "how to print what is found"), formats).default("pretty");
}

/** The result of a check: messages in reading order, and the text of each file by its path. */
export interface Checked {
  readonly messages: readonly Message[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Messages in the format that the user chose. */
export function report(checked: Checked, format: Format, host: Host): string {
  switch (format) {
    case "json":
      return printJson(checked.messages);
    case "pretty":
      return pretty(checked.messages, filesIn(checked), {
        isColour: host.isColour,
        columns: host.columns,
        wraps: host.wraps ?? false,
        linesOf: (file) => checked.texts.get(file)?.split(/\r\n|\r|\n/),
      });
  }
}

/** A file with a message may have no text: it cannot be read, or is missing. */
function filesIn({ messages, texts }: Checked): number {
  return Math.max(texts.size, new Set(messages.map(({ file }) => file)).size);
}
