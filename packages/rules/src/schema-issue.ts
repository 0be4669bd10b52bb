import type { KeyPath } from "./key-path.ts";

/** A violation of a schema, as data: rules write the message. */
export type SchemaIssue = UnknownKey | MissingKey | WrongValue;

export interface UnknownKey {
  readonly type: "unknown-key";
  /** Path of the key. */
  readonly path: KeyPath;
  readonly key: string;
  /** The key that was probably meant. */
  readonly meant: string | undefined;
  /** The key under which it was probably meant to be, indented. */
  readonly under?: string;
  /** The keys that are allowed there. */
  readonly allowed: readonly string[];
}

export interface MissingKey {
  readonly type: "missing-key";
  readonly path: KeyPath;
  readonly expectation: Expectation;
}

export interface WrongValue {
  readonly type: "unexpected-value";
  readonly path: KeyPath;
  readonly value: unknown;
  /** The value as the file has it, where it is not the text that was meant: `1e3`, `~`. */
  readonly written?: string;
  readonly expectation: Expectation;
  /** The value that was probably meant. */
  readonly meant: string | undefined;
}

/** The type of value that is expected. */
export interface Expectation {
  /** `remedy`: the schema has its own text for what to write. */
  readonly type: "remedy" | "choice" | "text" | "list" | "table" | "number" | "boolean" | "one of several forms";
  /** For `remedy`. */
  readonly remedy?: string;
  /** For `choice`. */
  readonly choices?: readonly string[];
  /** For `table`, and for a `list` of tables: the keys that there may be, and those of them that must be. */
  readonly keys?: readonly string[];
  readonly required?: readonly string[];
  /** What the key is for, and a value that it may have. */
  readonly description?: string;
  readonly example?: unknown;
}
