import { Selection } from "@high-recall/core";
import * as z from "zod";

const path = z
  .string()
  .regex(
    /^[a-zA-Z0-9_.{}-]+(\/[a-zA-Z0-9_.{}-]+)*\.pdf$/,
    "Expected a relative path that ends in `.pdf`, such as `pdf/cheatsheet-a4.pdf`",
  )
  .refine((value) => !value.split("/").some((part) => part === ".." || part === "."), "Expected a path without `..`");

const paper = z
  .enum(["a4", "letter", "a3"])
  .default("a4")
  .meta({ description: "Size of the paper", examples: ["a4"] });
const ink = z
  .enum(["colour", "bw"])
  .default("colour")
  .meta({ description: "`bw` prints in greys alone", examples: ["bw"] });

/** Type sizes of a sheet in points: below, letters fill up; above, it is a poster. */
const leastSize = 6.5;
const mostSize = 11;

const Sheet = z
  .strictObject({
    layout: z.literal("sheet"),
    path: path.meta({
      description: "Where it goes; `{topic}` stands for the topic's id",
      examples: ["pdf/sheets/{topic}-a4.pdf"],
    }),
    paper,
    ink,
    title: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Title in place of the edition's", examples: ["Formulas"] }),
    each: z.literal("topic").optional().meta({ description: "One sheet a topic" }),
    columns: z
      .int()
      .min(1)
      .max(6)
      .default(4)
      .meta({ description: "Columns a page", examples: [3] }),
    size: z
      .number()
      .min(leastSize)
      .max(mostSize)
      .default(7.5)
      .meta({ description: "Type size in points", examples: [7.5] }),
    pages: z
      .int()
      .min(1)
      .optional()
      .meta({
        description: "The most pages: what is shown of each concept is chosen to fill them; without it, everything is",
        examples: [2],
      }),
    order: z
      .enum(["study", "alphabet"])
      .default("study")
      .meta({
        description: "`alphabet` makes a glossary: name and short answer of each concept, from A to Z",
        examples: ["alphabet"],
      }),
    begin: z
      .enum(["column", "anywhere"])
      .default("anywhere")
      .meta({ description: "Where a topic begins", examples: ["column"] }),
    ...Selection.shape,
    also: Selection.optional().meta({
      description: "A second selection: its items are on the sheet too",
      examples: [{ kinds: ["code"] }],
    }),
  })
  .refine((sheet) => (sheet.each === "topic") === sheet.path.includes("{topic}"), {
    path: ["path"],
    message: "Expected `{topic}` in the path when `each: topic` is set, and only then",
  })
  .meta({ id: "PdfSheet", description: "A dense sheet in columns: a panel for each concept" });
export type Sheet = z.infer<typeof Sheet>;

const Handbook = z
  .strictObject({
    layout: z.literal("handbook"),
    path: path.refine((value) => !value.includes("{topic}"), "Expected a path without `{topic}`"),
    paper,
    ink,
    title: z.string().min(1).optional().meta({ description: "Title in place of the edition's" }),
    size: z
      .number()
      .min(8)
      .max(13)
      .default(9.8)
      .meta({ description: "Type size in points", examples: [10] }),
    ...Selection.shape,
  })
  .meta({ id: "PdfHandbook", description: "A book in one column: every item in full, contents, index of terms" });
export type Handbook = z.infer<typeof Handbook>;

/** What edition.yaml may ask of this publisher. */
export const product = z.discriminatedUnion("layout", [Sheet, Handbook]);
export type Product = z.infer<typeof product>;

/** Paper sizes in points, upright. */
export const papers: Readonly<Record<"a4" | "letter" | "a3", readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
  a3: [841.89, 1190.55],
};
