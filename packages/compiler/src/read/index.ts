export { strayTopics } from "./read-content.ts";
export { readTopic, type SourceFile, type TopicSource } from "./read-topic.ts";
export { isMarkdownName, looksLikeItem } from "./strays.ts";
export { contextOf, type TopicContext } from "./topic-context.ts";
