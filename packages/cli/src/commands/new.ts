import { basename, join, resolve } from "node:path";
import { definitionOf, Id, type Kind, kinds, listed, shellWord, suggest } from "@high-recall/core";
import { Argument, Command } from "commander";
import type { AddCommand } from "../command.ts";
import { withCommands } from "../command-prefix.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { exists, findContent, topicsIn } from "../locate.ts";
import { shownPath } from "../paths.ts";
import { replaceFile } from "../replace-file.ts";
import { skeleton } from "../skeleton.ts";

interface NewOptions {
  readonly topic: string;
  readonly title: string;
  readonly id?: string;
  readonly content?: string;
}

/** `recall new`: a new item with everything that its kind requires, ready to be filled in. */
export function newCommand(add: AddCommand, host: Host): void {
  const command = new Command("new")
    .description("start a new item")
    .addArgument(new Argument("<kind>", "what it is").choices([...kinds]))
    .requiredOption("--topic <id>", "topic it belongs to")
    .requiredOption("--title <text>", "the prompt of a question, the name of anything else")
    .option("--id <id>", "its permanent id (default: made from the title)")
    .option("--content <dir>", "folder of topics (default: the nearest `content`)");
  add(command, async (kind: Kind, options: NewOptions) => {
    const content = options.content ? resolve(host.cwd, options.content) : await findContent(host.cwd);
    const topic = await topicFolder(content, options.topic);
    const id = options.id ?? idFrom(options.title);
    if (options.id === undefined && id === "")
      throw new Failure("Cannot make an id of the title, which has no Latin letter or digit: choose one with --id");
    const checked = Id.safeParse(id);
    if (!checked.success) throw new Failure(`Cannot use the id \`${id}\`: ${checked.error.issues[0]?.message}`);
    const path = join(topic, `${id}.md`);
    const shown = shownPath(host.cwd, path);
    for (const other of await topicsIn(content)) {
      const taken = join(other, `${id}.md`);
      if (await exists(taken))
        throw new Failure(`The id \`${id}\` is taken by ${shownPath(host.cwd, taken)}: choose another with --id`);
    }
    await replaceFile(path, new TextEncoder().encode(skeleton(kind, id, options.title)));
    host.out(
      withCommands(
        `${shown}\nFill it in${optionalSections(kind)}, then check it:\n  recall lint ${shellWord(shown)}\n`,
        host,
      ),
    );
    return 0;
  });
}

async function topicFolder(content: string, id: string): Promise<string> {
  const topics = await topicsIn(content);
  const found = topics.find((path) => basename(path) === id);
  if (found) return found;
  const names = topics.map((path) => basename(path));
  const guess = suggest(id, names);
  throw new Failure(
    `There is no topic \`${id}\`${guess ? `: did you mean \`${guess}\`?` : `: expected one of ${names.join(", ")}`}`,
  );
}

/** The sections that an item of this kind may have and its skeleton does not. */
function optionalSections(kind: Kind): string {
  const optional = (definitionOf(kind).sections ?? []).filter(({ isRequired }) => !isRequired);
  if (optional.length === 0) return "";
  return ` (it may also have ${listed(
    optional.map(({ heading }) => `## ${heading}`),
    "and",
  )})`;
}

/** A permanent id from a title: its ASCII words, joined by hyphens. */
export function idFrom(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}
