import * as z from "zod";
import { CodeLanguage, Difficulty, ExampleValue, Id, Importance, Source } from "./front-matter.ts";
import { Block, Phrase } from "./mdast.ts";

/** The intermediate representation: made by the front end, and the only input of a publisher. */

/** From a `##` heading to the next. */
export const Section = z
  .strictObject({
    name: z.string().meta({ description: "The heading in kebab-case, unique in its item", examples: ["in-depth"] }),
    heading: Phrase,
    blocks: z.array(Block),
  })
  .meta({ id: "Section", description: "From a heading to the next" });
export type Section = z.infer<typeof Section>;

const common = {
  id: Id,
  topic: Id.meta({ description: "Id of the topic it belongs to" }),
  path: z
    .string()
    .meta({ description: "Its source, relative to the folder of topics", examples: ["evaluation/f1.md"] }),
  title: Phrase,
  name: Phrase.optional().meta({ description: "What the concept is called, if the title is longer" }),
  importance: Importance,
  tags: z.array(Id),
  after: z.array(Id),
  related: z.array(Id),
  sources: z.array(Source),
  verified: z.iso.date().optional(),
  formerly: z.array(Id),
  lead: z.array(Block).meta({ description: "Everything before the first `##`" }),
  sections: z.array(Section),
};
const short = { short: Phrase.meta({ description: "What to recall, in one sentence" }) };
const partOf = {
  partOf: Id.optional().meta({ description: "The item of the same topic whose panel it is printed in" }),
};
const someDifficulty = { difficulty: Difficulty.optional() };

export const QuestionItem = z
  .strictObject({
    kind: z.literal("question"),
    ...common,
    ...short,
    points: z.array(Phrase).meta({ description: "What an interviewer ticks off; together the full answer" }),
    difficulty: Difficulty,
    style: z.enum(["theory", "design", "coding", "behavioral"]),
    asked: z.array(Phrase),
  })
  .meta({ id: "Question" });
export type QuestionItem = z.infer<typeof QuestionItem>;

/** A symbol of a formula and its meaning. */
export const FormulaSymbol = z.strictObject({ tex: z.string(), meaning: Phrase }).meta({ id: "Symbol" });
export type FormulaSymbol = z.infer<typeof FormulaSymbol>;

export const FormulaItem = z
  .strictObject({
    kind: z.literal("formula"),
    ...common,
    ...short,
    ...partOf,
    difficulty: Difficulty,
    tex: z.string().meta({ description: "The formula: the first display formula of the lead" }),
    symbols: z.array(FormulaSymbol),
    examples: z
      .array(z.record(z.string(), ExampleValue))
      .meta({ description: "Numbers that the formula was checked with; empty when none can check it" }),
    reason: z.string().optional().meta({ description: "Why there is no example" }),
  })
  .meta({ id: "Formula" });
export type FormulaItem = z.infer<typeof FormulaItem>;

export const CodeItem = z
  .strictObject({
    kind: z.literal("code"),
    ...common,
    ...short,
    ...partOf,
    difficulty: Difficulty,
    language: CodeLanguage,
    keyLines: z.array(z.int().positive()).meta({
      description: "Lines of the solution worth remembering, counted from 1",
      examples: [[4, 5, 6]],
    }),
    requires: z.array(z.string()),
    run: z.boolean(),
    reason: z.string().optional().meta({ description: "Why it is not run" }),
    ran: z
      .strictObject({
        with: z.string().meta({ description: "Versions it ran with", examples: ["Python 3.11.7, numpy 2.4.6"] }),
        on: z.iso.date().meta({ description: "Day it ran", examples: ["2026-11-20"] }),
      })
      .optional()
      .meta({ description: "When this very code last printed its output; absent when it has not been run" }),
  })
  .meta({ id: "Sample", description: "The lead holds the task, then the solution's fence, then its output's" });
export type CodeItem = z.infer<typeof CodeItem>;

export const TermItem = z
  .strictObject({
    kind: z.literal("term"),
    ...common,
    ...short,
    ...partOf,
    ...someDifficulty,
    aliases: z.array(Phrase),
    category: z.enum(["concept", "tool"]),
    api: z.array(z.string()),
  })
  .meta({ id: "Term" });
export type TermItem = z.infer<typeof TermItem>;

export const PitfallItem = z
  .strictObject({ kind: z.literal("pitfall"), ...common, ...short, ...partOf, ...someDifficulty })
  .meta({ id: "Pitfall" });
export type PitfallItem = z.infer<typeof PitfallItem>;

export const GuideItem = z
  .strictObject({ kind: z.literal("guide"), ...common, ...someDifficulty })
  .meta({ id: "Guide" });
export type GuideItem = z.infer<typeof GuideItem>;

export const PathStep = z
  .strictObject({ title: Phrase, items: z.array(Id), note: Phrase.optional() })
  .meta({ id: "PathStep" });
export type PathStep = z.infer<typeof PathStep>;

export const PathItem = z
  .strictObject({ kind: z.literal("path"), ...common, ...someDifficulty, steps: z.array(PathStep) })
  .meta({ id: "Path" });
export type PathItem = z.infer<typeof PathItem>;

/** One item that has passed the rules: a publisher need not check it again. */
export const Item = z
  .discriminatedUnion("kind", [QuestionItem, FormulaItem, CodeItem, TermItem, PitfallItem, GuideItem, PathItem])
  .meta({ id: "Item", description: "One item; `kind` says which keys apply" });
export type Item = z.infer<typeof Item>;

/** An image of a topic, with its bytes, so that a publisher needs no disk. */
export const Figure = z
  .strictObject({
    path: z.string().meta({ description: "As images name it", examples: ["figures/roc.svg"] }),
    mediaType: z.enum(["image/svg+xml", "image/png"]),
    width: z.number().meta({ description: "Natural width in CSS pixels" }),
    height: z.number().meta({ description: "Natural height in CSS pixels" }),
    base64: z.base64().meta({ description: "The file's bytes" }),
  })
  .meta({ id: "Figure", description: "An image of a topic" });
export type Figure = z.infer<typeof Figure>;

/** An item that was released and then removed. */
export const RetiredItem = z
  .strictObject({
    id: Id.meta({ description: "The id it had" }),
    reason: Phrase,
    use: Id.optional().meta({ description: "The item to study instead" }),
  })
  .meta({ id: "RetiredItem", description: "An item that was released and is gone" });
export type RetiredItem = z.infer<typeof RetiredItem>;

export const Topic = z
  .strictObject({
    id: Id,
    title: Phrase,
    name: Phrase.optional().meta({ description: "A short name for maps and tabs, if the title is long" }),
    summary: Phrase,
    introduction: z.array(Block),
    items: z.array(Item).meta({ description: "In study order: an item comes after those of the topic that it needs" }),
    figures: z.array(Figure),
    retired: z.array(RetiredItem).optional().meta({ description: "Items that were released and are gone, if any" }),
  })
  .meta({ id: "Topic", description: "A folder of items" });
export type Topic = z.infer<typeof Topic>;

/** Title, version, date and licence of the edition; the date is an input, so that the same sources give the same bytes. */
export const Imprint = z
  .strictObject({
    id: Id.meta({
      description: "Names files and decks, and keeps learners' history: permanent",
      examples: ["high-recall"],
    }),
    title: z
      .string()
      .min(1)
      .meta({ description: "Name of the edition: on covers and decks", examples: ["High Recall"] }),
    subtitle: z
      .string()
      .optional()
      .meta({ description: "A line below the title", examples: ["For interviews"] }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "write a language tag, such as `en`")
      .meta({ description: "Language of the content, as BCP 47 writes it", examples: ["en"] }),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, "write a version, such as `1.2.0`")
      .meta({ description: "Version of the edition", examples: ["1.0.0"] }),
    date: z.iso.date().meta({ description: "Day of the release", examples: ["2026-11-20"] }),
    authors: z
      .array(z.string().min(1))
      .default([])
      .meta({ description: "Who wrote it", examples: [["High Recall contributors"]] }),
    licence: z
      .strictObject({
        name: z.string().meta({ description: "As people know it", examples: ["CC BY 4.0"] }),
        url: z.url().meta({
          description: "Where its text is",
          examples: ["https://creativecommons.org/licenses/by/4.0/"],
        }),
      })
      .optional()
      .meta({
        description: "Licence of the content",
        examples: [{ name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" }],
      }),
    site: z
      .url()
      .optional()
      .meta({ description: "Where the study site is", examples: ["https://example.org"] }),
    repository: z
      .url()
      .optional()
      .meta({
        description: "Where the sources are, for links to report a mistake",
        examples: ["https://github.com/high-recall/high-recall"],
      }),
  })
  .meta({ id: "Imprint", description: "What an edition says of itself" });
export type Imprint = z.infer<typeof Imprint>;

/** The linked whole: ids are unique, references resolve, `after` has no cycle. */
export const Curriculum = z
  .strictObject({
    edition: Imprint,
    topics: z.array(Topic).meta({ description: "In the edition's order" }),
    order: z.array(Id).meta({ description: "Ids of all items in study order: each comes after everything it needs" }),
  })
  .meta({ id: "Curriculum", description: "All topics of an edition, linked" });
export type Curriculum = z.infer<typeof Curriculum>;
