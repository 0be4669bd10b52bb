import { compareText } from "./compare-text.ts";

/** A position in a text. */
export interface Point {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** UTF-16 units before it. */
  readonly offset: number;
}

/** A range of a text; `end` is exclusive. */
export interface Place {
  readonly start: Point;
  readonly end: Point;
}

/** An error stops publishing, a warning does not. */
export type Severity = "error" | "warning";

/** A range of the file and the text that replaces it. */
export interface Replacement {
  readonly place: Place;
  readonly text: string;
}

/** One way to fix a fault: apply all of its replacements. They do not overlap. */
export interface Fix {
  readonly replacements: readonly Replacement[];
}

/** Another place that a message refers to, such as the first of two equal ids. */
export interface Related {
  readonly file: string;
  readonly place: Place;
  readonly text: string;
}

/** What is wrong, where, and how to fix it: the same record for the terminal, for JSON and for editors. */
export interface Message {
  /** Relative to the working folder, with `/`. */
  readonly file: string;
  readonly place: Place;
  /** Name of the rule that found it. */
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
  /** Page that explains the rule. */
  readonly url: string;
  /** Alternatives, the likeliest first; empty when only a person can fix it. */
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/** Sorts by file, place, rule and text: in reading order, the same on every machine. */
export function compareMessages(one: Message, other: Message): number {
  return (
    compareText(one.file, other.file) ||
    one.place.start.line - other.place.start.line ||
    one.place.start.column - other.place.start.column ||
    one.place.end.line - other.place.end.line ||
    one.place.end.column - other.place.end.column ||
    compareText(one.rule, other.rule) ||
    compareText(one.text, other.text)
  );
}

/** Whether any of the messages stops publishing. */
export function hasError(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === "error");
}
