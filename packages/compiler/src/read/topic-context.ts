import type { TopicSource } from "./read-topic.ts";

/** What files of a topic are told about each other. */
export interface TopicContext {
  /** Id of the topic. */
  readonly topic: string;
  /** Paths of its figures, those with a fault of their own included: an image may name them. */
  readonly figures: ReadonlySet<string>;
  /** Its items: id -> path. */
  readonly siblings: ReadonlyMap<string, string>;
}

export function contextOf({ id, folder, files, figures, entries }: TopicSource): TopicContext {
  const inTopic = folder === "" ? "" : `${folder}/`;
  const faulty = entries.flatMap(({ path, name }) =>
    path === `${inTopic}figures/${name}` && !name.endsWith(".py") ? [`figures/${name}`] : [],
  );
  return {
    topic: id,
    figures: new Set([...figures.map(({ path }) => path), ...faulty]),
    siblings: new Map(files.map(({ name, path }) => [name.replace(/\.md$/, ""), path])),
  };
}
