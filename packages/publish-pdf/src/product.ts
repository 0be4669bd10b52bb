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
  .enum(["a4", "letter"])
  .default("a4")
  .meta({ description: "Size of the paper", examples: ["a4"] });
const ink = z
  .enum(["colour", "bw"])
  .default("colour")
  .meta({ description: "`bw` prints in greys alone", examples: ["bw"] });

/** Type sizes in points that print well: below, letters fill up; above, a sheet is a poster. */
export const leastSize = 6.5;
export const mostSize = 9.5;

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
      .max(4)
      .default(3)
      .meta({ description: "Columns a page", examples: [3] }),
    size: z
      .number()
      .min(leastSize)
      .max(mostSize)
      .optional()
      .meta({ description: "Type size in points; when absent it is chosen to fill the pages", examples: [7.5] }),
    pages: z
      .int()
      .min(1)
      .optional()
      .meta({
        description: `The most pages: the type size is chosen to fill them, ${leastSize} to ${mostSize} pt`,
        examples: [2],
      }),
    ...Selection.shape,
  })
  .refine((sheet) => (sheet.each === "topic") === sheet.path.includes("{topic}"), {
    path: ["path"],
    message: "Expected `{topic}` in the path when `each: topic` is set, and only then",
  })
  .refine((sheet) => sheet.pages === undefined || sheet.size === undefined, {
    path: ["size"],
    message: "Expected either `pages` or `size`: with `pages` the size is chosen",
  })
  .meta({ id: "PdfSheet", description: "A dense sheet in columns: leads, formulas, tables, code" });
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
export const papers: Readonly<Record<"a4" | "letter", readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
};
