export { checkYamlFile } from "./check/check-yaml-file.ts";
export {
  type Compiled,
  type CompileOptions,
  checkEntries,
  checkSource,
  compile,
  contextOf,
  type FileReport,
} from "./compile.ts";
export type { CompiledTopic } from "./compiled-topic.ts";
export { checkAllLinks, joinTopics, type Linked, type LinkOptions, link } from "./link/link.ts";
export { inStudyOrder, type Ordered } from "./link/study-order.ts";
export type { TopicContext } from "./parse/parse-file.ts";
export { type ParserName, parseMarkdown } from "./parse/parse-markdown.ts";
export { readTopic, type SourceFile, type TopicSource } from "./read/read-topic.ts";
