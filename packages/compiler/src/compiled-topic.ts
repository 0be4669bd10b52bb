import type { Topic } from "@high-recall/core";
import type { FileFacts } from "@high-recall/rules";

/**
 * The result of `compile` for one topic; `link` joins several. Paths are relative to the folder of topics, so it is the same
 * on every machine. Plain JSON, not validated again: store it with a digest of its sources.
 */
export interface CompiledTopic {
  readonly format: 2;
  readonly topic: Topic;
  /** By file, the topic's page included. */
  readonly facts: readonly FileFacts[];
}
