import type { Rule } from "./rule.ts";
import { codeFences } from "./rules/code-fences.ts";
import { designSteps } from "./rules/design-steps.ts";
import { fenceLanguage } from "./rules/fence-language.ts";
import { formulaExample } from "./rules/formula-example.ts";
import { formulaFirst } from "./rules/formula-first.ts";
import { formulaHasExample } from "./rules/formula-has-example.ts";
import { formulaMutants } from "./rules/formula-mutants.ts";
import { formulaSymbols } from "./rules/formula-symbols.ts";
import { formulaWidth } from "./rules/formula-width.ts";
import { headingDepth } from "./rules/heading-depth.ts";
import { imageAlone } from "./rules/image-alone.ts";
import { imageAlt } from "./rules/image-alt.ts";
import { imageExists } from "./rules/image-exists.ts";
import { inlineMath } from "./rules/inline-math.ts";
import { knownSections } from "./rules/known-sections.ts";
import { leadBlocks } from "./rules/lead-blocks.ts";
import { leadLength } from "./rules/lead-length.ts";
import { leadPresent } from "./rules/lead-present.ts";
import { linkText } from "./rules/link-text.ts";
import { noEmptySection } from "./rules/no-empty-section.ts";
import { noHtml } from "./rules/no-html.ts";
import { noIdleKey } from "./rules/no-idle-key.ts";
import { noNestedHeading } from "./rules/no-nested-heading.ts";
import { noRepeatedEntry } from "./rules/no-repeated-entry.ts";
import { noRepeatedSection } from "./rules/no-repeated-section.ts";
import { pathSteps } from "./rules/path-steps.ts";
import { preferHttps } from "./rules/prefer-https.ts";
import { printable } from "./rules/printable.ts";
import { questionFollowUps } from "./rules/question-follow-ups.ts";
import { relativeLinks } from "./rules/relative-links.ts";
import { requiredSections } from "./rules/required-sections.ts";
import { safeUrls } from "./rules/safe-urls.ts";
import { sectionOrder } from "./rules/section-order.ts";
import { sourcesAndVerified } from "./rules/sources-and-verified.ts";
import { tableShape } from "./rules/table-shape.ts";

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  codeFences,
  designSteps,
  fenceLanguage,
  formulaExample,
  formulaFirst,
  formulaHasExample,
  formulaMutants,
  formulaSymbols,
  formulaWidth,
  headingDepth,
  imageAlone,
  imageAlt,
  imageExists,
  inlineMath,
  knownSections,
  leadBlocks,
  leadLength,
  leadPresent,
  linkText,
  noEmptySection,
  noHtml,
  noIdleKey,
  noNestedHeading,
  noRepeatedEntry,
  noRepeatedSection,
  pathSteps,
  preferHttps,
  printable,
  questionFollowUps,
  relativeLinks,
  requiredSections,
  safeUrls,
  sectionOrder,
  sourcesAndVerified,
  tableShape,
];
