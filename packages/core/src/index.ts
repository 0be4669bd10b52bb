export { bulletList, paragraph, text } from "./build-blocks.ts";
export { compareText } from "./compare-text.ts";
export {
  CodeItem,
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
  Section,
  TermItem,
  Topic,
} from "./curriculum.ts";
export { Edition } from "./edition.ts";
export { type FenceLanguage, fenceLanguages, suggestLanguage } from "./fence-languages.ts";
export { type FigurePalette, type FigureRole, figurePalettes, figureRoles, isFigureRole } from "./figure-roles.ts";
export { type FollowUp, followUpsOf, linkAlone, splitFollowUp } from "./follow-ups.ts";
export {
  CodeLanguage,
  Difficulty,
  Example,
  ExampleValue,
  FrontMatter,
  Id,
  Importance,
  type Kind,
  kinds,
  Source,
  TopicFrontMatter,
} from "./front-matter.ts";
export { idMeant } from "./id-meant.ts";
export {
  type AskedKind,
  definitionOf,
  isAsked,
  type KindDefinition,
  kindTable,
  type SectionDefinition,
  type SectionName,
  sectionName,
} from "./kinds.ts";
export { fileStart, Lines } from "./lines.ts";
export * from "./mdast.ts";
export {
  compareMessages,
  type Fix,
  hasError,
  type Message,
  type Place,
  type Point,
  type Related,
  type Replacement,
  type Severity,
} from "./message.ts";
export {
  codeParts,
  figureBytes,
  figureText,
  formulaText,
  itemNumbers,
  itemsOf,
  nameOf,
  plainText,
  sectionOf,
  unreachable,
} from "./parts.ts";
export { codesOf, type PrintFault, type PrintFaultKind, printFaults } from "./print-faults.ts";
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
export { isSafeLink, schemeOf, withSafeLinks } from "./safe-links.ts";
export { Selection, select, selectsAll } from "./select.ts";
export { shellWord } from "./shell-word.ts";
export { suggest } from "./suggest.ts";
export { isInline, mapInlines, type Node, nodesOf, visit } from "./visit.ts";
