import { accidentalMarkup } from "./content/accidental-markup.ts";
import { codeFences } from "./content/code-fences.ts";
import { codeSyntax } from "./content/code-syntax.ts";
import { designSteps } from "./content/design-steps.ts";
import { entitySemicolon } from "./content/entity-semicolon.ts";
import { formulaExample } from "./content/formula-example.ts";
import { formulaHasExample } from "./content/formula-has-example.ts";
import { formulaMutants } from "./content/formula-mutants.ts";
import { formulaSymbols } from "./content/formula-symbols.ts";
import { formulaWidth } from "./content/formula-width.ts";
import { hardBreak } from "./content/hard-break.ts";
import { headingSign } from "./content/heading-sign.ts";
import { ignoredDefinition } from "./content/ignored-definition.ts";
import { inlineMath } from "./content/inline-math.ts";
import { keyLines } from "./content/key-lines.ts";
import { knownSections } from "./content/known-sections.ts";
import { leadBlocks } from "./content/lead-blocks.ts";
import { leadLength } from "./content/lead-length.ts";
import { leadPresent } from "./content/lead-present.ts";
import { leftoverBlock } from "./content/leftover-block.ts";
import { leftoverLink } from "./content/leftover-link.ts";
import { leftoverSign } from "./content/leftover-sign.ts";
import { linkText } from "./content/link-text.ts";
import { listNumbers } from "./content/list-numbers.ts";
import { loneDollar } from "./content/lone-dollar.ts";
import { noEmptySection } from "./content/no-empty-section.ts";
import { noIdleKey } from "./content/no-idle-key.ts";
import { noRepeatedEntry } from "./content/no-repeated-entry.ts";
import { pathSteps } from "./content/path-steps.ts";
import { preferHttps } from "./content/prefer-https.ts";
import { printable } from "./content/printable.ts";
import { questionFollowUps } from "./content/question-follow-ups.ts";
import { requiredSections } from "./content/required-sections.ts";
import { sectionMarks } from "./content/section-marks.ts";
import { sectionOrder } from "./content/section-order.ts";
import { shortSentence } from "./content/short-sentence.ts";
import { sourcesAndVerified } from "./content/sources-and-verified.ts";
import { texDelimiters } from "./content/tex-delimiters.ts";
import { topicInEdition } from "./content/topic-in-edition.ts";
import { unpairedMark } from "./content/unpaired-mark.ts";
import { verifiedDay } from "./content/verified-day.ts";
import { afterCycle } from "./links/after-cycle.ts";
import { editionTopic } from "./links/edition-topic.ts";
import { essentialCount } from "./links/essential-count.ts";
import { formerlyFree } from "./links/formerly-free.ts";
import { nearDuplicate } from "./links/near-duplicate.ts";
import { partOfWhole } from "./links/part-of-whole.ts";
import { referenceExists } from "./links/reference-exists.ts";
import { releasedKept } from "./links/released-kept.ts";
import { retiredGone } from "./links/retired-gone.ts";
import { tagSpelling } from "./links/tag-spelling.ts";
import { uniqueId } from "./links/unique-id.ts";
import { uniqueTitle } from "./links/unique-title.ts";
import type { Rule, RuleGroup } from "./rule.ts";
import { figureDrawn } from "./samples/figure-drawn.ts";
import { sampleOutput } from "./samples/sample-output.ts";
import { sampleRuns } from "./samples/sample-runs.ts";
import { sampleStale } from "./samples/sample-stale.ts";
import { sampleSteady } from "./samples/sample-steady.ts";
import { byteOrderMark } from "./structure/byte-order-mark.ts";
import { closedFence } from "./structure/closed-fence.ts";
import { closedSubset } from "./structure/closed-subset.ts";
import { conflictMarker } from "./structure/conflict-marker.ts";
import { displayMath } from "./structure/display-math.ts";
import { fenceLanguage } from "./structure/fence-language.ts";
import { fenceMeta } from "./structure/fence-meta.ts";
import { figureAlone } from "./structure/figure-alone.ts";
import { figureAlt } from "./structure/figure-alt.ts";
import { figureExists } from "./structure/figure-exists.ts";
import { figureReadable } from "./structure/figure-readable.ts";
import { figureSafe } from "./structure/figure-safe.ts";
import { figureScript } from "./structure/figure-script.ts";
import { fileName } from "./structure/file-name.ts";
import { fileSize } from "./structure/file-size.ts";
import { folderName } from "./structure/folder-name.ts";
import { formulaFirst } from "./structure/formula-first.ts";
import { formulaSyntax } from "./structure/formula-syntax.ts";
import { frontMatter } from "./structure/front-matter.ts";
import { headingDepth } from "./structure/heading-depth.ts";
import { idMatchesFile } from "./structure/id-matches-file.ts";
import { inlineMarkdown } from "./structure/inline-markdown.ts";
import { interruptedParagraph } from "./structure/interrupted-paragraph.ts";
import { invisibleCharacter } from "./structure/invisible-character.ts";
import { missingKey } from "./structure/missing-key.ts";
import { nesting } from "./structure/nesting.ts";
import { noHtml } from "./structure/no-html.ts";
import { noNestedHeading } from "./structure/no-nested-heading.ts";
import { noStrayItem } from "./structure/no-stray-item.ts";
import { relativeLinks } from "./structure/relative-links.ts";
import { safeUrls } from "./structure/safe-urls.ts";
import { sectionName } from "./structure/section-name.ts";
import { symbolicLink } from "./structure/symbolic-link.ts";
import { tablePipe } from "./structure/table-pipe.ts";
import { tableShape } from "./structure/table-shape.ts";
import { topicPage } from "./structure/topic-page.ts";
import { underlinedHeading } from "./structure/underlined-heading.ts";
import { unexpectedValue } from "./structure/unexpected-value.ts";
import { unknownKey } from "./structure/unknown-key.ts";
import { utf8 } from "./structure/utf-8.ts";
import { yamlAlias } from "./structure/yaml-alias.ts";
import { yamlComment } from "./structure/yaml-comment.ts";
import { yamlDuplicateKey } from "./structure/yaml-duplicate-key.ts";
import { yamlSyntax } from "./structure/yaml-syntax.ts";

/** Every rule, by group and name. */
export const rulesByGroup: Readonly<Record<RuleGroup, readonly Rule[]>> = {
  /** Required by every output: always checked, and lowering relies on it. */
  structure: [
    byteOrderMark,
    closedFence,
    closedSubset,
    conflictMarker,
    displayMath,
    fenceLanguage,
    fenceMeta,
    figureAlone,
    figureAlt,
    figureExists,
    figureReadable,
    figureSafe,
    figureScript,
    fileName,
    fileSize,
    folderName,
    formulaFirst,
    formulaSyntax,
    frontMatter,
    headingDepth,
    idMatchesFile,
    inlineMarkdown,
    interruptedParagraph,
    invisibleCharacter,
    missingKey,
    nesting,
    noHtml,
    noNestedHeading,
    noStrayItem,
    relativeLinks,
    safeUrls,
    sectionName,
    symbolicLink,
    tablePipe,
    tableShape,
    topicPage,
    underlinedHeading,
    unexpectedValue,
    unknownKey,
    utf8,
    yamlAlias,
    yamlComment,
    yamlDuplicateKey,
    yamlSyntax,
  ],
  /** Quality of items: edition.yaml gives options, and `false` turns a rule off. */
  content: [
    accidentalMarkup,
    codeFences,
    codeSyntax,
    designSteps,
    entitySemicolon,
    formulaExample,
    formulaHasExample,
    formulaMutants,
    formulaSymbols,
    formulaWidth,
    hardBreak,
    headingSign,
    ignoredDefinition,
    inlineMath,
    keyLines,
    knownSections,
    leadBlocks,
    leadLength,
    leadPresent,
    leftoverBlock,
    leftoverLink,
    leftoverSign,
    linkText,
    listNumbers,
    loneDollar,
    noEmptySection,
    noIdleKey,
    noRepeatedEntry,
    pathSteps,
    preferHttps,
    printable,
    questionFollowUps,
    requiredSections,
    sectionMarks,
    sectionOrder,
    shortSentence,
    sourcesAndVerified,
    texDelimiters,
    topicInEdition,
    unpairedMark,
    verifiedDay,
  ],
  /** Relations between files: need the whole curriculum. */
  links: [
    afterCycle,
    editionTopic,
    essentialCount,
    formerlyFree,
    nearDuplicate,
    partOfWhole,
    referenceExists,
    releasedKept,
    retiredGone,
    tagSpelling,
    uniqueId,
    uniqueTitle,
  ],
  /** Reported by `recall run`. */
  samples: [figureDrawn, sampleOutput, sampleRuns, sampleStale, sampleSteady],
};

/** Every rule with its group, by name within a group. */
export const rules: readonly ListedRule[] = Object.entries(rulesByGroup).flatMap(([group, list]) =>
  list.map((rule) => ({ ...rule, ...pageOf(group as RuleGroup, rule.name), group: group as RuleGroup })),
);

/** A rule and where it is explained. */
export interface ListedRule extends Rule {
  readonly group: RuleGroup;
  /** Its page, relative to this package. */
  readonly docs: string;
  /** The same page on the web; every message has it. */
  readonly url: string;
}

function pageOf(group: RuleGroup, name: string): Pick<ListedRule, "docs" | "url"> {
  const docs = `src/${group}/${name}.md`;
  return { docs, url: `https://github.com/high-recall/high-recall/blob/main/packages/rules/${docs}` };
}

const byName: ReadonlyMap<string, ListedRule> = new Map(rules.map((rule) => [rule.name, rule]));

/** The rule of that name. @throws {Error} when there is none */
export function ruleNamed(name: string): ListedRule {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`No rule is called ${name}`);
  return found;
}
