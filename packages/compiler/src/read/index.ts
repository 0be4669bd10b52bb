export { readTopic, type SourceFile, type TopicSource } from "./read-topic.ts";
export { contextOf, type TopicContext } from "./topic-context.ts";
