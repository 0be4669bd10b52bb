import type { Topic } from "@high-recall/core";
import type { FileFacts } from "@high-recall/rules";

/**
 * What `compile` makes of one topic and `link` joins. Paths are relative to the folder of topics, so that it is the same
 * on every machine. Plain JSON: whoever stores it vouches for it with a digest of what it was made from.
 */
export interface CompiledTopic {
  readonly format: 2;
  readonly topic: Topic;
  /** By file, the topic's page included. */
  readonly facts: readonly FileFacts[];
}
