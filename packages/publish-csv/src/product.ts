import { Selection } from "@high-recall/core";
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
        description: "The file: `.csv` has a header and may break lines in a cell; `.tsv` has a card a line, no header",
        examples: ["csv/mochi.csv"],
      }),
    text: z
      .enum(["plain", "markdown"])
      .default("plain")
      .meta({ description: "What the importing app reads; formulas are TeX, in Markdown between `$$`" }),
    ...Selection.shape,
  })
  .meta({ id: "CsvProduct", description: "A table of cards, for apps that import one" });
export type CsvProduct = z.infer<typeof CsvProduct>;
