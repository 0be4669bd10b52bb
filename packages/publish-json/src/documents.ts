import {
  CodeItem,
  Curriculum,
  Difficulty,
  Figure,
  FormulaItem,
  GuideItem,
  Id,
  Importance,
  Imprint,
  kinds,
  PathItem,
  PitfallItem,
  QuestionItem,
  Section,
  TermItem,
  Topic,
} from "@high-recall/core";
import * as z from "zod";

/**
 * The schema of every published document. schema.json is made from this file, keys come in the order given here, and tests
 * parse published documents with it.
 */

/** Number of the format, and of the `v1` in its path. It grows when a change could break a reader. */
export const format = 1;

/** First keys of every document: they identify it anywhere. */
function head<Name extends string>(name: Name) {
  return {
    $schema: z.string().meta({ description: "Where the JSON Schema is, relative to this document" }),
    document: z.literal(name).meta({ description: "Which of the documents this is" }),
    format: z.literal(format).meta({ description: "Version of the format: the number in its path" }),
  };
}

const Html = z.string().meta({
  id: "Html",
  description: "A safe fragment of HTML. A link to an item has `data-item`; addresses are relative to schema.json",
});
const PlainText = z.string().meta({ id: "PlainText", description: "Without markup; a formula is its TeX" });

/** A figure as a file. */
export const FigureFile = z
  .strictObject({
    path: Figure.shape.path,
    url: z.string().meta({
      description: "Where the file is, relative to schema.json, or in full when the publisher was told where",
      examples: ["figures/evaluation/roc.svg"],
    }),
    mediaType: Figure.shape.mediaType,
    width: Figure.shape.width,
    height: Figure.shape.height,
  })
  .meta({ id: "FigureFile", description: "An image, as a file beside the documents" });
export type FigureFile = z.infer<typeof FigureFile>;

/** The entry point: the edition and its topics. */
export const IndexDocument = z
  .strictObject({
    ...head("index"),
    edition: Imprint,
    topics: z
      .array(
        z.strictObject({
          id: Id,
          title: PlainText,
          summary: PlainText,
          items: z.int().meta({ description: "How many items it has" }),
        }),
      )
      .meta({ description: "In the edition's order; each is in `topics/<id>.json`" }),
    items: z.int().meta({ description: "How many items there are in all" }),
    math: z.strictObject({ output: z.enum(["katex", "mathml"]), version: z.string() }).meta({
      description: "How HTML writes formulas, and by which KaTeX: `katex` needs the katex.css of that version",
    }),
  })
  .meta({ id: "IndexDocument", description: "index.json: the edition and its topics" });
export type IndexDocument = z.infer<typeof IndexDocument>;

export const CurriculumDocument = z
  .strictObject({ ...head("curriculum"), ...Curriculum.shape })
  .meta({ id: "CurriculumDocument", description: "curriculum.json: everything in one file, figures included" });
export type CurriculumDocument = z.infer<typeof CurriculumDocument>;

/** An item as lists show it. */
export const ItemEntry = z
  .strictObject({
    id: Id,
    kind: z.enum(kinds),
    title: PlainText,
    titleHtml: Html,
    short: PlainText.optional().meta({ description: "What to recall; absent for guides and paths" }),
    importance: Importance,
    difficulty: Difficulty.optional(),
    tags: z.array(Id),
  })
  .meta({ id: "ItemEntry", description: "What a list of items shows of each" });
export type ItemEntry = z.infer<typeof ItemEntry>;

export const TopicDocument = z
  .strictObject({
    ...head("topic"),
    id: Topic.shape.id,
    title: Topic.shape.title,
    summary: Topic.shape.summary,
    introduction: Topic.shape.introduction,
    items: z.array(ItemEntry).meta({ description: "In study order; each is in `items/<id>.json`" }),
    figures: z.array(FigureFile),
    text: z.strictObject({ introduction: PlainText }),
    html: z.strictObject({ title: Html, summary: Html, introduction: Html }),
  })
  .meta({ id: "TopicDocument", description: "topics/<id>.json: a topic, its introduction and a list of its items" });
export type TopicDocument = z.infer<typeof TopicDocument>;

const body = {
  figures: z.array(FigureFile).meta({ description: "The figures that this item shows" }),
  text: z
    .strictObject({
      lead: PlainText,
      sections: z.array(z.strictObject({ name: Section.shape.name, heading: PlainText, text: PlainText })),
    })
    .meta({ description: "The body as plain text" }),
};
const commonHtml = {
  title: Html,
  lead: Html,
  sections: z
    .array(z.strictObject({ name: Section.shape.name, heading: Html, html: Html }))
    .meta({ description: "In order; `html` does not repeat the heading" }),
};
const plainHtml = z.strictObject(commonHtml).meta({ description: "The item as HTML" });
const htmlWith = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...commonHtml, ...shape }).meta({ description: "The item as HTML" });

export const QuestionDocument = z
  .strictObject({
    ...head("item"),
    ...QuestionItem.shape,
    ...body,
    html: htmlWith({ short: Html, points: z.array(Html), asked: z.array(Html) }),
  })
  .meta({ id: "QuestionDocument", description: "A question and its answer" });

export const FormulaDocument = z
  .strictObject({
    ...head("item"),
    ...FormulaItem.shape,
    ...body,
    html: htmlWith({ short: Html, symbols: z.array(z.strictObject({ symbol: Html, meaning: Html })) }),
  })
  .meta({ id: "FormulaDocument", description: "A formula, its symbols, and numbers that it was checked with" });

export const SampleDocument = z
  .strictObject({ ...head("item"), ...CodeItem.shape, ...body, html: htmlWith({ short: Html }) })
  .meta({ id: "SampleDocument", description: "A task and code that solves it" });

export const TermDocument = z
  .strictObject({
    ...head("item"),
    ...TermItem.shape,
    ...body,
    html: htmlWith({ short: Html, aliases: z.array(Html) }),
  })
  .meta({ id: "TermDocument", description: "A term or a tool and its definition" });

export const PitfallDocument = z
  .strictObject({ ...head("item"), ...PitfallItem.shape, ...body, html: htmlWith({ short: Html }) })
  .meta({ id: "PitfallDocument", description: "A mistake, why it is one, and what to do instead" });

export const GuideDocument = z
  .strictObject({ ...head("item"), ...GuideItem.shape, ...body, html: plainHtml })
  .meta({ id: "GuideDocument", description: "Advice" });

export const PathDocument = z
  .strictObject({
    ...head("item"),
    ...PathItem.shape,
    ...body,
    html: htmlWith({ steps: z.array(z.strictObject({ title: Html, note: Html.optional() })) }),
  })
  .meta({ id: "PathDocument", description: "An ordered way through the items" });

export const ItemDocument = z
  .discriminatedUnion("kind", [
    QuestionDocument,
    FormulaDocument,
    SampleDocument,
    TermDocument,
    PitfallDocument,
    GuideDocument,
    PathDocument,
  ])
  .meta({
    id: "ItemDocument",
    description: "items/<id>.json, and a line of items.ndjson; `kind` says which keys apply",
  });
export type ItemDocument = z.infer<typeof ItemDocument>;

/** The data of an item that a search uses, and shows for a hit. */
export const SearchEntry = z
  .strictObject({
    id: Id,
    topic: Id,
    kind: z.enum(kinds),
    difficulty: Difficulty.optional(),
    importance: Importance,
    title: PlainText,
    short: PlainText.optional().meta({ description: "What to recall; absent for guides and paths" }),
    asked: z.array(PlainText).meta({ description: "Other wordings of a question" }),
    aliases: z.array(PlainText).meta({ description: "Other names of a term" }),
    tags: z.array(Id),
    text: PlainText.meta({ description: "The lead" }),
  })
  .meta({ id: "SearchEntry", description: "What a search looks through, and what it shows of a hit" });
export type SearchEntry = z.infer<typeof SearchEntry>;

export const SearchDocument = z
  .strictObject({ ...head("search"), items: z.array(SearchEntry).meta({ description: "In study order" }) })
  .meta({ id: "SearchDocument", description: "search.json: what a search on a client needs" });
export type SearchDocument = z.infer<typeof SearchDocument>;

export const RedirectsDocument = z
  .strictObject({
    ...head("redirects"),
    items: z.record(Id, Id).meta({ description: "An id that an item had before -> its id now" }),
  })
  .meta({ id: "RedirectsDocument", description: "redirects.json: where items went that have another id now" });
export type RedirectsDocument = z.infer<typeof RedirectsDocument>;

/** Any of the documents; `document` says which. */
export const PublishedDocument = z.discriminatedUnion("document", [
  IndexDocument,
  CurriculumDocument,
  TopicDocument,
  ItemDocument,
  SearchDocument,
  RedirectsDocument,
]);
export type PublishedDocument = z.infer<typeof PublishedDocument>;
