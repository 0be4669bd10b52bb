import { Id, Topic } from "@high-recall/core";
import * as z from "zod";

/** What `compile` makes of one topic and `link` joins: `dist/topic.json`. */

const Point = z.strictObject({ line: z.int().min(1), column: z.int().min(1), offset: z.int().min(0) });
const Place = z.strictObject({ start: Point, end: Point });

/** Something that must be unique in the curriculum, and where it is written. */
export const Declaration = z.strictObject({
  role: z.enum(["id", "title", "formerly", "retired"]),
  /** The item that declares it; undefined for the topic's page. */
  item: Id.optional(),
  /** The id, or the title without markup. */
  name: z.string(),
  position: Place,
});
export type Declaration = z.infer<typeof Declaration>;

/** Something that must lead to an item, and where it is written. */
export const Reference = z.strictObject({
  role: z.enum(["after", "related", "step", "link", "use"]),
  /** The item that refers; undefined for the topic's page. */
  item: Id.optional(),
  /** The id that it names. */
  to: Id,
  /** The topic that a link's path names. */
  topic: Id.optional(),
  position: Place,
});
export type Reference = z.infer<typeof Reference>;

/** A compiled topic. Its places are relative to the topic's folder, so that it is the same on every machine. */
export const ObjectFile = z.strictObject({
  format: z.literal(1),
  topic: Topic,
  declarations: z.array(Declaration),
  references: z.array(Reference),
});
export type ObjectFile = z.infer<typeof ObjectFile>;
