import { type Curriculum, compareMessages, type Edition, hasError, type Item, type Message } from "@high-recall/core";
import { checkLinks, type FileFacts, type LostItem, linkIndex, type RuleSet } from "@high-recall/rules";
import { asWarning, placeFindings } from "../check/place-findings.ts";
import type { CompiledTopic } from "../compiled-topic.ts";
import { inStudyOrder } from "./study-order.ts";

export interface LinkOptions {
  readonly rules: RuleSet;
  /** The folder of topics, relative to the working folder, such as `content`; empty for the working folder itself. */
  readonly folder?: string;
  /** The edition's file, relative to the working folder. */
  readonly editionFile?: string;
  /** The text of a file by its path as messages show it: read only when a message is about the file. */
  readonly textOf?: (path: string) => string | undefined;
  /** Ids of items that exist but have errors: references to them count as correct. */
  readonly faulty?: ReadonlySet<string>;
  /** Ids of drafts whose facts are not given, since their front matter has a fault. */
  readonly drafts?: ReadonlySet<string>;
  /** Released items that learners would lose. */
  readonly lost?: readonly LostItem[];
  /** Ids of items whose sample has never run, or has changed since it ran. */
  readonly stale?: ReadonlyMap<string, "never" | "changed">;
  /** Paths of the files that a user named, as messages show them. */
  readonly named?: ReadonlySet<string>;
}

/** Checks everything that concerns several files of all topics. Messages are sorted by file, then by place. */
export async function checkAllLinks(
  facts: readonly FileFacts[],
  topics: { readonly chosen: readonly string[]; readonly all: readonly string[] },
  options: LinkOptions,
): Promise<Message[]> {
  const {
    rules,
    faulty = new Set(),
    drafts = new Set(),
    lost = [],
    stale = new Map(),
    named = new Set(),
    textOf = () => undefined,
  } = options;
  const folder = options.folder ? `${options.folder.replace(/\/+$/, "")}/` : "";
  const edition = { path: options.editionFile ?? "edition.yaml", topics: topics.chosen };
  const index = linkIndex(facts, { folder, faulty, drafts, edition, topics: topics.all, lost, stale, named });
  const unfinished = new Set(index.files.flatMap(({ path, isDraft }) => (isDraft ? [path] : [])));
  const messages = await placeFindings(checkLinks(rules, index), textOf);
  return messages.map((message) => (unfinished.has(message.file) ? asWarning(message) : message)).sort(compareMessages);
}

export interface Linked {
  /** Undefined when there is an error. */
  readonly curriculum: Curriculum | undefined;
  /** By file, then by place. */
  readonly messages: readonly Message[];
}

/**
 * Joins compiled topics to a curriculum: ids and titles are unique, references lead to items, nothing needs itself.
 * All given topics are checked; the curriculum holds those of the edition, in its order.
 */
export async function link(
  compiled: readonly CompiledTopic[],
  edition: Edition,
  options: LinkOptions,
): Promise<Linked> {
  const facts = compiled.flatMap((one) => one.facts);
  const topics = { chosen: edition.topics, all: compiled.map(({ topic }) => topic.id) };
  const messages = await checkAllLinks(facts, topics, options);
  return { curriculum: hasError(messages) ? undefined : joinTopics(compiled, edition), messages };
}

/** The curriculum of an edition whose links have been checked. */
export function joinTopics(compiled: readonly CompiledTopic[], edition: Edition): Curriculum {
  const { topics: chosen, rules: _rules, products: _products, ...imprint } = edition;
  const byId = new Map(compiled.map(({ topic }) => [topic.id, topic]));
  const topics = chosen.flatMap((id) => byId.get(id) ?? []);
  const items = topics.flatMap((topic) => topic.items);
  const ordered = inStudyOrder(items, chosen, (item: Item) => item.topic);
  const byTopic = Map.groupBy(ordered, (item) => item.topic);
  return {
    edition: imprint,
    topics: topics.map((topic) => ({ ...topic, items: byTopic.get(topic.id) ?? [] })),
    order: ordered.map(({ id }) => id),
  };
}
