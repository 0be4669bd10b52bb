import type { Curriculum, Topic } from "@high-recall/core";
import type { Sheet } from "../product.ts";

/** Content of a sheet, however much it shows of each concept. */
export interface SheetContent {
  readonly curriculum: Curriculum;
  readonly product: Sheet;
  readonly title: string;
  readonly subtitle: string;
  /** All topics of the edition, for the map. */
  readonly topics: readonly Topic[];
  /** Number of a topic, by its place in the edition. */
  readonly numberOf: (topic: Topic) => number;
  /** Numbers of items, such as `4.12`, by id. */
  readonly numbers: ReadonlyMap<string, string>;
}
