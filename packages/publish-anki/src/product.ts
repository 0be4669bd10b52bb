import { Difficulty, Id, kinds } from "@high-recall/core";
import * as z from "zod";

/** One entry under `products: anki:` of edition.yaml. */
export const AnkiProduct = z
  .strictObject({
    path: z
      .string()
      .regex(
        /^(?:\{topic\}|[\w-])(?:\{topic\}|[\w.-])*(?:\/(?:\{topic\}|[\w-])(?:\{topic\}|[\w.-])*)*(?<=\.apkg)$/,
        "Expected a file below the output folder, such as `anki/deck.apkg`",
      )
      .meta({
        description: "The package's file; with `each: topic`, `{topic}` stands for the topic's id",
        examples: ["anki/{topic}.apkg"],
      }),
    each: z
      .literal("topic")
      .optional()
      .meta({ description: "One package for each topic; without it one for all", examples: ["topic"] }),
    topics: z.array(Id).optional().meta({ description: "Only these topics" }),
    tags: z.array(Id).optional().meta({ description: "Only items with one of these tags" }),
    difficulty: z.array(Difficulty).optional().meta({ description: "Only items of these difficulties" }),
    kinds: z.array(z.enum(kinds)).optional().meta({ description: "Only items of these kinds" }),
  })
  .refine((product) => (product.each === "topic") === product.path.includes("{topic}"), {
    path: ["path"],
    message: "Expected `{topic}` in `path` with `each: topic`, and only then",
  })
  .meta({ id: "AnkiProduct", description: "An Anki package, or one for each topic" });
export type AnkiProduct = z.infer<typeof AnkiProduct>;
