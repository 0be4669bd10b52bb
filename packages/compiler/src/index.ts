export { checkYamlFile } from "./check/check-yaml-file.ts";
export {
  type Compiled,
  type CompileOptions,
  checkEntries,
  checkSource,
  compile,
  type FileReport,
} from "./compile.ts";
export type { CompiledTopic } from "./compiled-topic.ts";
export { checkAllLinks, joinTopics, type Linked, type LinkOptions, link } from "./link/link.ts";
export { inStudyOrder, type Ordered } from "./link/study-order.ts";
export { type ParserName, parseMarkdown } from "./parse/parse-markdown.ts";
export { contextOf, readTopic, type SourceFile, type TopicContext, type TopicSource } from "./read/index.ts";
