import { Selection } from "@high-recall/core";
import * as z from "zod";

/** One entry under `products: anki:` of edition.yaml. */
export const AnkiProduct = z
  .strictObject({
    path: z
      .string()
      .regex(
        /^(?:\{(?:topic|path)\}|[\w-])(?:\{(?:topic|path)\}|[\w.-])*(?:\/(?:\{(?:topic|path)\}|[\w-])(?:\{(?:topic|path)\}|[\w.-])*)*(?<=\.apkg)$/,
        "Expected a file below the output folder, such as `anki/deck.apkg`",
      )
      .meta({
        description: "The package's file; with `each: topic`, `{topic}` becomes the topic's id, and likewise `{path}`",
        examples: ["anki/{topic}.apkg"],
      }),
    each: z
      .enum(["topic", "path"])
      .optional()
      .meta({ description: "One package for each topic or path; without it one for all", examples: ["topic"] }),
    ...Selection.shape,
    aloud: z.literal(true).optional().meta({
      description: "The long form instead of the cards: each question, to be answered aloud, in decks of its own",
    }),
    retired: z
      .literal(true)
      .optional()
      .meta({ description: "With retired items, for learners who have an earlier release; others never get them" }),
  })
  .refine(
    ({ each, path }) => (["topic", "path"] as const).every((one) => (each === one) === path.includes(`{${one}}`)),
    {
      path: ["path"],
      message: "Expected `{topic}` in `path` with `each: topic`, `{path}` with `each: path`, and only then",
    },
  )
  .refine(
    ({ retired, each, tags, difficulty, importance, kinds }) =>
      !retired || (each !== "path" && !tags && !difficulty && !importance && !kinds),
    {
      path: ["retired"],
      message:
        "Expected no `tags`, `difficulty`, `importance`, `kinds` or `each: path`: of a retired item only its topic is known",
    },
  )
  .meta({ id: "AnkiProduct", description: "An Anki package, or one for each topic or path" });
export type AnkiProduct = z.infer<typeof AnkiProduct>;
