import type * as z from "zod";
import type { Curriculum } from "./curriculum.ts";

/** One file to be written: a relative path with `/`, and its bytes. */
export interface Artifact {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a publisher made, and what it wants to say of it, one plain line each (a sheet that did not fit, say). */
export interface Publication {
  readonly artifacts: readonly Artifact[];
  readonly notices: readonly string[];
}

/**
 * A back end. Pure: the same curriculum and products give the same bytes; it reads no clock, disk or locale. What it
 * needs from outside (fonts, a database) is given to the function that makes it.
 *
 * A curriculum may be a selection: a reference may lead to an item that is not in it, and is then drawn as plain text.
 */
export interface Publisher<Product> {
  /** Its name in `--to` and under `products` of edition.yaml. */
  readonly name: string;
  /** What one entry of its list in edition.yaml may say. */
  readonly product: z.ZodType<Product>;
  publish(curriculum: Curriculum, products: readonly Product[]): Promise<Publication>;
}
