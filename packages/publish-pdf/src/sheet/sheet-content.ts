import type { Curriculum, Topic } from "@high-recall/core";
import type { Sheet } from "../product.ts";
import type { MeasuredItems } from "../shared/measured-items.ts";

/** Content of a sheet, at any type size. */
export interface SheetContent {
  readonly curriculum: Curriculum;
  readonly product: Sheet;
  readonly title: string;
  readonly subtitle: string;
  /** Number of a topic, by its place in the edition. */
  readonly numberOf: (topic: Topic) => number;
  readonly items: MeasuredItems;
}
