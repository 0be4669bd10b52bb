export { type Compiled, type CompileOptions, compile } from "./compile.ts";
export { type Linked, type LinkMessage, type LinkOptions, link } from "./link.ts";
export { type ReadMatter, readMatter } from "./matter.ts";
export { Declaration, ObjectFile, Reference } from "./object-file.ts";
export { inStudyOrder, type Ordered } from "./order.ts";
export { type ParserName, parse } from "./parse.ts";
export { read, type TopicSource } from "./read.ts";
export { type Rule, rules, ruleUrl } from "./rules.ts";
