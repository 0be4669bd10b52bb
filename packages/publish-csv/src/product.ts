import { Difficulty, Id, kinds } from "@high-recall/core";
import * as z from "zod";

/** One entry under `products: csv:` of edition.yaml. */
export const CsvProduct = z
  .strictObject({
    path: z
      .string()
      .regex(
        /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*(?<=\.[ct]sv)$/,
        "Expected a file below the output folder, such as `csv/mochi.csv` or `csv/quizlet.tsv`",
      )
      .meta({
        description:
          "The file: `.csv` with a header and line breaks in its cells, `.tsv` with a card a line and no header",
        examples: ["csv/mochi.csv"],
      }),
    text: z
      .enum(["plain", "markdown"])
      .default("plain")
      .meta({ description: "What the app that imports it reads; formulas are TeX, in Markdown between `$$`" }),
    topics: z.array(Id).optional().meta({ description: "Only these topics" }),
    tags: z.array(Id).optional().meta({ description: "Only items with one of these tags" }),
    difficulty: z.array(Difficulty).optional().meta({ description: "Only items of these difficulties" }),
    kinds: z.array(z.enum(kinds)).optional().meta({ description: "Only items of these kinds" }),
  })
  .meta({ id: "CsvProduct", description: "A table of cards, for apps that import one" });
export type CsvProduct = z.infer<typeof CsvProduct>;
