import * as z from "zod";
import { Imprint } from "./curriculum.ts";
import { Id } from "./front-matter.ts";

/** The content of edition.yaml: an ordered choice of topics, the products made from them, and options of rules. */
export const Edition = Imprint.extend({
  topics: z
    .array(Id)
    .min(1, "write at least one topic")
    .meta({ description: "Topics, in order", examples: [["evaluation"]] }),
  rules: z
    .record(z.string(), z.unknown())
    .default({})
    .meta({
      description: "Options of lint rules, by rule",
      examples: [{ "design-steps": ["requirements", "metrics"] }],
    }),
  products: z
    .record(z.string(), z.array(z.unknown()))
    .default({})
    .meta({
      description: "What each publisher makes, by publisher; each checks its own entries",
      examples: [{ json: [{ path: "json/v1" }] }],
    }),
}).meta({ id: "Edition", title: "edition.yaml" });
export type Edition = z.infer<typeof Edition>;
