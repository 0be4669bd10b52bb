import { type Entry, type Example, toEntry } from "../../compute/entry.ts";
import type { Span } from "../../span.ts";
import { TexError, type TexMessage } from "../../tex-error.ts";

/** A fault that an example reveals. */
export interface ExampleMessage extends TexMessage {
  /** The entry at fault, when the fault is not in the formula; `start` and `end` are then 0. */
  entry?: string;
  /** Whether the entry's value is at fault, and not its name. */
  isValue?: true;
  /** What should be there instead, when only one text is right. */
  by?: string;
  /** Which example of a list, from 0. */
  example?: number;
}

/** An example whose entries are read, to check any number of formulas. */
export interface PreparedExample {
  keys: readonly string[];
  entries: readonly Entry[];
  /** The faults of entries that cannot be read. */
  faults: readonly ExampleMessage[];
  /** Its place in a list of examples, from 0. */
  example: number | undefined;
}

/** Reads the entries of one example, or of each of a list. */
export function prepareExamples(example: Example | readonly Example[]): readonly PreparedExample[] {
  return Array.isArray(example) ? example.map(prepareExample) : [prepareExample(example as Example)];
}

function prepareExample(example: Example, index?: number): PreparedExample {
  const keys = Object.keys(example);
  const entries: Entry[] = [];
  const faults: ExampleMessage[] = [];
  for (const [key, value] of Object.entries(example)) {
    try {
      entries.push(toEntry(key, value, keys));
    } catch (error) {
      faults.push({ entry: key, ...toMessage(error, { start: 0, end: 0 }) });
    }
  }
  return { keys, entries, faults, example: index };
}

/** The message of a thrown fault; `whole` is the place of one that has none.
 *  @throws what is no fault of the formula or its example. */
export function toMessage(error: unknown, whole: Span): ExampleMessage {
  if (error instanceof TexError) {
    const { message: reason, start, end, entry, details } = error;
    return { reason, start, end, ...(entry === undefined ? {} : { entry }), ...details };
  }
  // A sum of thousands of terms is a tree thousands of levels deep.
  if (error instanceof RangeError) return { reason: "The formula is too large: use fewer terms", ...whole };
  throw error;
}
