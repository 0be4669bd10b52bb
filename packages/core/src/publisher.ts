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
   * Made on demand, so that not all bytes are in memory at once. A large file may come in pieces: bytes of the same
   * path are joined in order.
   */
  readonly artifacts: Iterable<Artifact> | AsyncIterable<Artifact>;
  /** Remarks on the artifacts, such as a sheet that does not fit: one plain line each. Complete after the last artifact. */
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

/** Files besides the compiled topics that the artifacts depend on. */
export type PublisherInput = "edition.yaml" | "released.json" | "samples.lock.json";

/** An option of `recall publish`, such as `--paper <size>`. */
export interface PublisherFlag {
  /** Placeholder of its value in the help: `size`. */
  readonly value: string;
  readonly description: string;
  readonly type: "text" | "number";
  readonly choices?: readonly string[];
}

/** Options that describe one product, which replaces those of edition.yaml. */
export interface PublisherFlags<Entry> {
  /** Heading above them in the help. */
  readonly title: string;
  /** By name, without the dashes: a key of the product. */
  readonly flags: Readonly<Record<string, PublisherFlag>>;
  /** Keys of every such product besides the given options. */
  readonly product: Partial<Entry>;
}

/** Data about a publisher that is available before its code is loaded; `Entry` is a product as written in edition.yaml. */
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
  /** Learners' history depends on the edition's id: nothing is made for an edition without an edition.yaml. */
  readonly needsPermanentId?: boolean;
  readonly flags?: PublisherFlags<NoInfer<Entry>>;
  /**
   * Loads its code and what it needs from outside; only called when it runs.
   * @param register content of released.json; undefined before the first release
   */
  readonly load: (register: unknown) => Promise<Publisher<NoInfer<Product>>>;
}

/** A publisher in a list: only the publisher itself knows the type of its products. */
export type RegisteredPublisher = PublisherDefinition<unknown, unknown>;

/** Registers a publisher. Every command loads the module that calls it, so that module imports schemas only. */
export function definePublisher<Product, const Entry>(
  definition: PublisherDefinition<Product, Entry>,
): RegisteredPublisher {
  return definition;
}
