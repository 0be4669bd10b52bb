import { basename, join, resolve } from "node:path";
import {
  definitionOf,
  Id,
  type Kind,
  kinds,
  listed,
  quote,
  shellWord,
  suggest,
  TopicFrontMatter,
} from "@high-recall/core";
import { Argument, Command } from "commander";
import type { AddCommand, ExitCode } from "../command.ts";
import { withCommands } from "../command-prefix.ts";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { idFrom } from "../id-from.ts";
import { exists, findContent, findEdition, topicsIn } from "../locate.ts";
import { writeTopic } from "../new-topic.ts";
import { shownPath } from "../paths.ts";
import { replaceFile } from "../replace-file.ts";
import { skeleton } from "../skeleton.ts";

const newUsage = 'recall new question --content path/to/topics --topic basics --title "What is it?"';
const newTopicUsage = 'recall new topic basics --content path/to/topics --title "Basics"';

interface NewOptions {
  readonly topic?: string;
  readonly title: string;
  readonly summary?: string;
  readonly id?: string;
  readonly content?: string;
}

/** `recall new`: a new item, or a new topic, with everything that it requires, ready to be filled in. */
export function newCommand(add: AddCommand, host: Host): void {
  const command = new Command("new")
    .description("start a new item, or a new topic: `recall new topic <id> --title <text>`")
    .addArgument(new Argument("<kind>", "what it is").choices([...kinds, "topic"]))
    .argument("[id]", "its permanent id (default: made from the title)")
    .option("--topic <id>", "topic that the item belongs to")
    .requiredOption("--title <text>", "the prompt of a question, the name of anything else")
    .option("--id <id>", "the same as the argument")
    .option("--summary <text>", "what a learner gets in the topic, in one sentence (default: the title)")
    .option("--content <dir>", "folder of topics (default: the nearest `content`)");
  add(command, async (kind: Kind | "topic", named: string | undefined, options: NewOptions) => {
    const usage = kind === "topic" ? newTopicUsage : newUsage;
    const content = options.content ? resolve(host.cwd, options.content) : await findContent(host.cwd, usage);
    const id = idOf(named ?? options.id, options.title);
    if (kind === "topic") return newTopic(id, options, content, host);
    if (options.topic === undefined) {
      throw new Failure(
        `Missing \`--topic\`: name the topic that the ${kind} belongs to, such as \`--topic ${await someTopic(content)}\``,
      );
    }
    const topic = await topicFolder(content, options.topic);
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

async function newTopic(id: string, options: NewOptions, content: string, host: Host): Promise<ExitCode> {
  const { title, topic, summary = `${title}.` } = options;
  if (topic !== undefined) throw new Failure("A topic is in no other topic: leave out `--topic`");
  const checked = TopicFrontMatter.safeParse({ id, title, summary });
  const [issue] = checked.error?.issues ?? [];
  if (issue !== undefined) throw new Failure(`Cannot use this ${issue.path.join(".")}: ${issue.message}`);
  const near = options.content ? content : host.cwd;
  const paths = await writeTopic({ id, title, summary }, content, await topicsIn(content), await findEdition(near));
  const written = paths.map((path) => `${shownPath(host.cwd, path)}\n`).join("");
  const first = `recall new question --topic ${id} --title ${shellWord("What is …?")}`;
  host.out(
    withCommands(`${written}Write its introduction into README.md, and start its first item:\n  ${first}\n`, host),
  );
  return 0;
}

/** The id that the user chose, or one made from the title. @throws {Failure} when it cannot be used */
function idOf(chosen: string | undefined, title: string): string {
  const id = chosen ?? idFrom(title);
  if (id === "") {
    throw new Failure(
      `Cannot make an id of the title ${quote(title)}, which is not in Latin letters: choose one with --id, such as bread-dough`,
    );
  }
  const checked = Id.safeParse(id);
  if (!checked.success) throw new Failure(`Cannot use the id \`${id}\`: ${checked.error.issues[0]?.message}`);
  return id;
}

async function someTopic(content: string): Promise<string> {
  const [first] = await topicsIn(content);
  return first === undefined ? "basics" : basename(first);
}

async function topicFolder(content: string, id: string): Promise<string> {
  const topics = await topicsIn(content);
  const found = topics.find((path) => basename(path) === id);
  if (found) return found;
  const names = topics.map((path) => basename(path));
  if (names.length === 0) {
    throw new Failure(`There is no topic yet: start one with \`recall new topic ${shellWord(id)} --title …\``);
  }
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
