import type * as z from "zod";
import type { Curriculum, Imprint } from "./curriculum.ts";

/** A file to write: a relative path with `/`, and its bytes. */
export interface Artifact {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a publisher makes of a curriculum. */
export interface Publication {
  /**
   * Made while they are taken, so that nobody holds the bytes of all. A large file may come in pieces: bytes of the same
   * path are joined in the order in which they come.
   */
  readonly artifacts: Iterable<Artifact> | AsyncIterable<Artifact>;
  /** Remarks on what was made, such as a sheet that does not fit: one plain line each. Complete after the last artifact. */
  readonly notices: readonly string[];
}

/**
 * A back end. Pure: the same curriculum and products give the same bytes; it reads no clock, disk or locale. What it
 * needs from outside (fonts, a database) is given to the function that makes it.
 *
 * A curriculum may be a selection. A reference may then lead to an item that is missing: draw it as plain text.
 */
export interface Publisher<Product> {
  publish(curriculum: Curriculum, products: readonly Product[]): Promise<Publication>;
}

/** Files besides the compiled topics that can change what a publisher makes. */
export type PublisherInput = "edition.yaml" | "released.json" | "samples.lock.json";

/** An option of `recall publish`, such as `--paper <size>`. */
export interface PublisherFlag {
  /** Placeholder of its value in the help: `size`. */
  readonly value: string;
  readonly description: string;
  readonly type: "text" | "number";
  readonly choices?: readonly string[];
}

/** Options that describe one product, made in place of those of edition.yaml. */
export interface PublisherFlags<Entry> {
  /** Heading above them in the help. */
  readonly title: string;
  /** By name, without the dashes: a key of the product. */
  readonly flags: Readonly<Record<string, PublisherFlag>>;
  /** What every such product has besides the options that were given. */
  readonly product: Partial<Entry>;
}

/** What is known of a publisher before its code is loaded; `Entry` is a product as edition.yaml says it. */
export interface PublisherDefinition<Product, Entry> {
  /** Its name in `--to` and under `products` of edition.yaml, and the folder that its artifacts go to. */
  readonly name: string;
  /** What it makes, in words for the help: `decks`. */
  readonly makes: string;
  /** Schema of a product, from an entry of its list in edition.yaml. */
  readonly product: z.ZodType<Product, Entry>;
  /** Products of an edition whose edition.yaml has no list for it. */
  readonly defaults: (edition: Pick<Imprint, "id">) => readonly Entry[];
  /** Whether it runs without being named in `--to`. */
  readonly isDefault: boolean;
  readonly inputs: readonly PublisherInput[];
  readonly flags?: PublisherFlags<NoInfer<Entry>>;
  /**
   * Loads its code and what it needs from outside; only called when it runs.
   * @param register content of released.json; undefined before the first release
   */
  readonly load: (register: unknown) => Promise<Publisher<NoInfer<Product>>>;
}

/** A publisher among others: the type of its products is known to itself alone. */
export type RegisteredPublisher = PublisherDefinition<unknown, unknown>;

/** Registers a publisher. The module that calls it imports schemas only: every command loads it, most run no publisher. */
export function definePublisher<Product, const Entry>(
  definition: PublisherDefinition<Product, Entry>,
): RegisteredPublisher {
  return definition;
}
