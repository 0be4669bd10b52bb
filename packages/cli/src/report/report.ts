import type { Message } from "@high-recall/core";
import { Option } from "commander";
import type { Host } from "../host.ts";
import { pretty } from "./pretty.ts";

export type Format = "pretty" | "json";
export const formats: readonly Format[] = ["pretty", "json"];

/** The option `--format`, the same for each command that reports. */
export function formatOption(): Option {
  return new Option("--format <format>", "how to print what is found").choices([...formats]).default("pretty");
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
      return `${JSON.stringify(checked.messages, null, 2)}\n`;
    case "pretty":
      return pretty(checked.messages, checked.texts.size, {
        isColour: host.isColour,
        columns: host.columns,
        linesOf: (file) => checked.texts.get(file)?.split(/\r\n|\r|\n/),
      });
  }
}
