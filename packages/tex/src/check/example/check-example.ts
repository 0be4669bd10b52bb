import { MAX_STEPS } from "../../compute/bindings.ts";
import { type Entry, type Example, type ExampleValue, missingValue, toEntry } from "../../compute/entry.ts";
import type { TexNode } from "../../parse/node.ts";
import { read } from "../../parse/read.ts";
import type { Span } from "../../span.ts";
import { TexError, type TexMessage } from "../../tex-error.ts";
import { checkSyntax } from "../syntax/check-syntax.ts";
import { type Context, checkStatement, definedName, NO_EQUATION, recordRange } from "./check-statement.ts";
import { splitStatements } from "./statement.ts";

/** A fault that an example reveals. */
export interface ExampleMessage extends TexMessage {
  /** The entry at fault, when the fault is not in the formula; `start` and `end` are then 0. */
  entry?: string;
  /** Which example of a list, from 0. */
  example?: number;
}

export interface ExampleReport {
  messages: ExampleMessage[];
  /** Number of relations decided, over all examples. */
  checked: number;
}

/** Computes every equation of a formula with the numbers of an example. No messages: all of them hold.
 *  What is not understood is a message, never a guess. */
export function checkExample(tex: string, example: Example | readonly Example[]): ExampleReport {
  const faults = checkSyntax(tex, { display: true });
  return faults.length > 0 ? { messages: [...faults], checked: 0 } : evaluateExample(tex, example);
}

/** As `checkExample`, for a formula that KaTeX accepts. */
export function evaluateExample(tex: string, example: Example | readonly Example[]): ExampleReport {
  const report: ExampleReport = { messages: [], checked: 0 };
  for (const { messages, checked } of reportsOf(tex, readExamples(example))) {
    report.messages.push(...messages);
    report.checked += checked;
  }
  const inOrder = (a: ExampleMessage, b: ExampleMessage) => (a.example ?? 0) - (b.example ?? 0) || a.start - b.start;
  return { ...report, messages: report.messages.sort(inOrder) };
}

/** Whether all examples hold for a formula that KaTeX accepts. Stops at the first fault. */
export function holdsFor(tex: string, examples: readonly PreparedExample[]): boolean {
  for (const { messages } of reportsOf(tex, examples)) if (messages.length > 0) return false;
  return true;
}

/** An example whose entries are read, and the faults of those that are not. */
export interface PreparedExample {
  keys: readonly string[];
  entries: readonly Entry[];
  faults: readonly ExampleMessage[];
  /** Its place in a list of examples, from 0. */
  example?: number;
}

/** Reads one example or a list of them, to check any number of formulas. */
export function readExamples(example: Example | readonly Example[]): readonly PreparedExample[] {
  return Array.isArray(example) ? example.map((one, i) => readExample(one, i)) : [readExample(example as Example)];
}

function readExample(example: Example, index?: number): PreparedExample {
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
  return { keys, entries, faults, ...(index === undefined ? {} : { example: index }) };
}

/** One report for each statement and example, so that a caller may stop early. */
function* reportsOf(tex: string, examples: readonly PreparedExample[]): Generator<ExampleReport> {
  const whole = { start: 0, end: tex.length };
  if (examples.length === 0) {
    yield { messages: [{ reason: "The list of examples is empty: add one", ...whole }], checked: 0 };
  }
  let nodes: readonly TexNode[];
  try {
    nodes = read(tex);
  } catch (error) {
    yield { messages: [toMessage(error, whole)], checked: 0 };
    return;
  }
  for (const prepared of examples) {
    const { example } = prepared;
    for (const { messages, checked } of checkOne(nodes, prepared, whole)) {
      yield { messages: example === undefined ? messages : messages.map((one) => ({ ...one, example })), checked };
    }
  }
}

function* checkOne(nodes: readonly TexNode[], prepared: PreparedExample, whole: Span): Generator<ExampleReport> {
  if (prepared.faults.length > 0) {
    yield { messages: [...prepared.faults], checked: 0 };
    return;
  }
  const context: Context = {
    entries: prepared.entries,
    used: new Set(),
    defined: new Map(),
    ranges: new Map(),
    budget: { steps: MAX_STEPS },
  };
  const statements = splitStatements(nodes).filter((statement) => !recordRange(statement, context));
  if (statements.length === 0) yield { messages: [{ reason: NO_EQUATION, ...whole }], checked: 0 };
  const isDefinition = new Set(statements.filter((statement) => definedName(statement, context) !== undefined));
  const others = statements.filter((statement) => !isDefinition.has(statement));
  let isRight = statements.length > 0;
  for (const statement of [...isDefinition, ...others]) {
    const report = checkSafely(() => checkStatement(statement, context), whole);
    isRight &&= report.messages.length === 0;
    yield report;
  }
  if (isRight) yield { messages: findUnused(prepared, context), checked: 0 };
}

function checkSafely(check: () => ExampleReport, whole: Span): ExampleReport {
  try {
    return check();
  } catch (error) {
    return { messages: [toMessage(error, whole)], checked: 0 };
  }
}

function findUnused({ keys }: PreparedExample, context: Context): ExampleMessage[] {
  const unused = keys.filter((key) => !context.used.has(key));
  const idle = [...context.defined].filter(([key]) => !context.used.has(key));
  return [
    ...unused.map((entry) => ({
      reason: `The formula does not use \`${entry}\`: remove it, or spell it as in the formula`,
      start: 0,
      end: 0,
      entry,
    })),
    ...idle.map(([key, { start, end }]) => ({ reason: missingValue(key), start, end })),
  ];
}

function toMessage(error: unknown, whole: Span): ExampleMessage {
  if (error instanceof TexError) {
    const { message: reason, start, end, entry } = error;
    return { reason, start, end, ...(entry === undefined ? {} : { entry }) };
  }
  // A sum of thousands of terms is a tree thousands of levels deep.
  if (error instanceof RangeError) return { reason: "The formula is too large: use fewer terms", ...whole };
  throw error;
}

export type { Example, ExampleValue };
