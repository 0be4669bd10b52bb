export { bulletList, paragraph, text } from "./build-blocks.ts";
export { compareText } from "./compare-text.ts";
export {
  Curriculum,
  Figure,
  FormulaItem,
  FormulaSymbol,
  GuideItem,
  Imprint,
  Item,
  PathItem,
  PathStep,
  PitfallItem,
  QuestionItem,
  RetiredItem,
  SampleItem,
  Section,
  TermItem,
  Topic,
} from "./curriculum.ts";
export { Edition } from "./edition.ts";
export { type FenceLanguage, fenceLanguages, suggestLanguage } from "./fence-languages.ts";
export {
  CodeLanguage,
  Difficulty,
  Example,
  ExampleValue,
  FrontMatter,
  Id,
  type Kind,
  kinds,
  Source,
  TopicFrontMatter,
} from "./front-matter.ts";
export type { FileData, Matter } from "./matter.ts";
export * from "./mdast.ts";
export { figureBytes, formulaText, itemsOf, plainText, sampleParts, sectionOf, unreachable } from "./parts.ts";
export {
  type Artifact,
  definePublisher,
  type Publication,
  type Publisher,
  type PublisherDefinition,
  type PublisherFlag,
  type PublisherFlags,
  type PublisherInput,
  type RegisteredPublisher,
} from "./publisher.ts";
export { listed, quote } from "./quote.ts";
export { Selection, select, selectsAll } from "./select.ts";
export { suggest } from "./suggest.ts";
