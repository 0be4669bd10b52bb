import { FrontMatter, TopicFrontMatter } from "@high-recall/core";
import { Command } from "commander";
import * as z from "zod";
import type { AddCommand } from "../command.ts";
import type { Host } from "../host.ts";

/** `recall schema`: JSON Schema of front matter, for editors. */
export function schemaCommand(add: AddCommand, host: Host): void {
  const command = new Command("schema")
    .description("print the JSON Schema of an item's front matter")
    .option("--topic", "of a topic's README.md instead");
  add(command, async (options: { topic?: boolean }) => {
    const schema = z.toJSONSchema(options.topic ? TopicFrontMatter : FrontMatter, { io: "input" });
    host.out(`${JSON.stringify(schema, null, 2)}\n`);
    return 0;
  });
}
