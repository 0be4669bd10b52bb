import * as z from "zod";

/**
 * The closed subset of mdast that a body may hold. Every back end draws all of it: its switch over `type` ends in a
 * `never`, so a node added here does not compile until each output format can draw it.
 *
 * Nodes have no positions: all checks that report a place have run before.
 */

/** Role of a piece of code, for colouring; named after those TextMate scopes that themes commonly distinguish. */
export const Scope = z
  .enum([
    "comment",
    "string",
    "number",
    "constant",
    "keyword",
    "operator",
    "function",
    "type",
    "variable",
    "punctuation",
  ])
  .meta({ description: "What a token is; absent for plain text", examples: ["keyword"] });
export type Scope = z.infer<typeof Scope>;

/** A run of characters of one scope. The tokens of a line, joined, give the line. */
export const Token = z
  .strictObject({ text: z.string(), scope: Scope.optional() })
  .meta({ id: "Token", description: "A run of characters of one scope" });
export type Token = z.infer<typeof Token>;

export const Text = z.strictObject({ type: z.literal("text"), value: z.string() }).meta({ id: "Text" });
export type Text = z.infer<typeof Text>;

export const InlineCode = z
  .strictObject({ type: z.literal("inlineCode"), value: z.string() })
  .meta({ id: "InlineCode" });
export type InlineCode = z.infer<typeof InlineCode>;

/** TeX between `$` and `$`, without the dollars. */
export const InlineMath = z
  .strictObject({ type: z.literal("inlineMath"), value: z.string() })
  .meta({ id: "InlineMath" });
export type InlineMath = z.infer<typeof InlineMath>;

export const Break = z.strictObject({ type: z.literal("break") }).meta({ id: "Break" });
export type Break = z.infer<typeof Break>;

export interface Emphasis {
  type: "emphasis";
  children: Inline[];
}
export interface Strong {
  type: "strong";
  children: Inline[];
}
export interface Delete {
  type: "delete";
  children: Inline[];
}
/** Words that a learner is to recall, written `==…==`: a flashcard may hide them. Marks do not nest. */
export interface Mark {
  type: "mark";
  children: Inline[];
}
/** A link; `data.item` is the id of the item that a relative link leads to. */
export interface Link {
  type: "link";
  url: string;
  title?: string | undefined;
  data?: { item: string } | undefined;
  children: Inline[];
}
export type Inline = Text | Emphasis | Strong | Delete | Mark | InlineCode | InlineMath | Link | Break;

const inlines = () => z.array(z.lazy(() => Inline));

export const Emphasis: z.ZodType<Emphasis> = z
  .strictObject({ type: z.literal("emphasis"), children: inlines() })
  .meta({ id: "Emphasis" });
export const Strong: z.ZodType<Strong> = z
  .strictObject({ type: z.literal("strong"), children: inlines() })
  .meta({ id: "Strong" });
export const Delete: z.ZodType<Delete> = z
  .strictObject({ type: z.literal("delete"), children: inlines() })
  .meta({ id: "Delete" });
export const Mark: z.ZodType<Mark> = z
  .strictObject({ type: z.literal("mark"), children: inlines() })
  .meta({ id: "Mark", description: "Words that a learner is to recall: a flashcard may hide them" });
export const Link: z.ZodType<Link> = z
  .strictObject({
    type: z.literal("link"),
    url: z.string(),
    title: z.string().optional(),
    data: z
      .strictObject({ item: z.string().meta({ description: "Id of the item that the link leads to" }) })
      .optional(),
    children: inlines(),
  })
  .meta({ id: "Link" });

/** Content within a line. */
export const Inline: z.ZodType<Inline> = z
  .union([Text, Emphasis, Strong, Delete, Mark, InlineCode, InlineMath, Link, Break])
  .meta({ id: "Inline", description: "Phrasing content: what stands in a line" });

export interface Paragraph {
  type: "paragraph";
  children: Inline[];
}
export const Paragraph: z.ZodType<Paragraph> = z
  .strictObject({ type: z.literal("paragraph"), children: inlines() })
  .meta({ id: "Paragraph" });

/** A heading inside a section: depth 3 or 4 (depth 2 separates sections, and is a node only in a topic's introduction). */
export interface Heading {
  type: "heading";
  depth: 2 | 3 | 4;
  children: Inline[];
}
export const Heading: z.ZodType<Heading> = z
  .strictObject({ type: z.literal("heading"), depth: z.literal([2, 3, 4]), children: inlines() })
  .meta({ id: "Heading" });

/** A fence, highlighted once: `data.tokens` holds the tokens of each line of `value`. */
export const Code = z
  .strictObject({
    type: z.literal("code"),
    lang: z
      .string()
      .meta({ description: "Language of the fence; `output` is a program's standard output", examples: ["python"] }),
    value: z.string(),
    data: z.strictObject({ tokens: z.array(z.array(Token)).meta({ description: "One array of tokens a line" }) }),
  })
  .meta({ id: "Code" });
export type Code = z.infer<typeof Code>;

/** TeX between lines of `$$`, without the dollars. */
export const DisplayMath = z.strictObject({ type: z.literal("math"), value: z.string() }).meta({ id: "DisplayMath" });
export type DisplayMath = z.infer<typeof DisplayMath>;

/** An image alone in its paragraph: a figure. `url` is the path of one of the topic's figures, such as `figures/roc.svg`. */
export const Image = z
  .strictObject({ type: z.literal("image"), url: z.string(), alt: z.string(), title: z.string().optional() })
  .meta({ id: "Image" });
export type Image = z.infer<typeof Image>;

export const ThematicBreak = z.strictObject({ type: z.literal("thematicBreak") }).meta({ id: "ThematicBreak" });
export type ThematicBreak = z.infer<typeof ThematicBreak>;

export interface TableCell {
  type: "tableCell";
  children: Inline[];
}
export const TableCell: z.ZodType<TableCell> = z
  .strictObject({ type: z.literal("tableCell"), children: inlines() })
  .meta({ id: "TableCell" });

export interface TableRow {
  type: "tableRow";
  children: TableCell[];
}
export const TableRow: z.ZodType<TableRow> = z
  .strictObject({ type: z.literal("tableRow"), children: z.array(TableCell) })
  .meta({ id: "TableRow" });

export type Align = "left" | "right" | "center" | null;

/** A table; its first row is the header, and every row has as many cells as `align` has entries. */
export interface Table {
  type: "table";
  align: Align[];
  children: TableRow[];
}
export const Table: z.ZodType<Table> = z
  .strictObject({
    type: z.literal("table"),
    align: z.array(z.enum(["left", "right", "center"]).nullable()),
    children: z.array(TableRow),
  })
  .meta({ id: "Table", description: "A table; its first row is the header" });

export interface Blockquote {
  type: "blockquote";
  children: Block[];
}
export interface ListItem {
  type: "listItem";
  /** Whether a task is done; null for an entry that is not a task. */
  checked: boolean | null;
  children: Block[];
}
export interface List {
  type: "list";
  ordered: boolean;
  /** Number of the first entry of an ordered list, else null. */
  start: number | null;
  /** Whether there is space between the entries. */
  spread: boolean;
  children: ListItem[];
}
/** Content on lines of its own. */
export type Block = Paragraph | Heading | List | Code | DisplayMath | Table | Blockquote | Image | ThematicBreak;

const blocks = () => z.array(z.lazy(() => Block));

export const Blockquote: z.ZodType<Blockquote> = z
  .strictObject({ type: z.literal("blockquote"), children: blocks() })
  .meta({ id: "Blockquote" });
export const ListItem: z.ZodType<ListItem> = z
  .strictObject({ type: z.literal("listItem"), checked: z.boolean().nullable(), children: blocks() })
  .meta({ id: "ListItem" });
export const List: z.ZodType<List> = z
  .strictObject({
    type: z.literal("list"),
    ordered: z.boolean(),
    start: z.int().nullable(),
    spread: z.boolean(),
    children: z.array(ListItem),
  })
  .meta({ id: "List" });

export const Block: z.ZodType<Block> = z
  .union([Paragraph, Heading, List, Code, DisplayMath, Table, Blockquote, Image, ThematicBreak])
  .meta({ id: "Block", description: "Flow content: what stands on lines of its own" });

/** Inline Markdown of the front matter (a title, a meaning): as plain text and as a tree. */
export const Phrase = z
  .strictObject({
    text: z
      .string()
      .meta({ description: "Without markup; a formula is its TeX", examples: ["Why divide by \\sqrt{d_k}?"] }),
    children: z.array(Inline),
  })
  .meta({ id: "Phrase", description: "Inline Markdown: as plain text and as a tree" });
export type Phrase = z.infer<typeof Phrase>;
