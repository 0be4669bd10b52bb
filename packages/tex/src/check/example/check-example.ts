import { type Entry, type Example, type ExampleValue, toEntry } from "../../compute/entry.ts";
import { MAX_STEPS } from "../../compute/evaluate.ts";
import type { TexNode } from "../../parse/node.ts";
import { read } from "../../parse/read.ts";
import { type Span, TexError, type TexMessage } from "../../span.ts";
import { checkSyntax } from "../syntax/check-syntax.ts";
import { type Context, checkStatement, definedName, noteLimits } from "./check-statement.ts";
import { cutStatements } from "./statement.ts";

/** What an example shows to be wrong. */
export interface ExampleMessage extends TexMessage {
  /** The entry at fault, when it is not the formula; `start` and `end` are then 0. */
  entry?: string;
  /** Which example of a list, from 0. */
  example?: number;
}

export interface ExampleReport {
  messages: ExampleMessage[];
  /** How many relations were computed, over all examples. */
  checked: number;
}

/** Computes every equation of a formula with the numbers of an example. No messages: all of them hold.
 *  What is not understood is a message, never a guess. */
export function checkExample(tex: string, example: Example | readonly Example[]): ExampleReport {
  const faults = checkSyntax(tex, { display: true });
  return faults.length > 0 ? { messages: faults, checked: 0 } : evaluateExample(tex, example);
}

/** As `checkExample`, of a formula that KaTeX is known to accept. */
export function evaluateExample(tex: string, example: Example | readonly Example[]): ExampleReport {
  const report: ExampleReport = { messages: [], checked: 0 };
  const whole = { start: 0, end: tex.length };
  try {
    const nodes = read(tex);
    const isList = Array.isArray(example);
    const examples: readonly Example[] = isList ? example : [example as Example];
    if (examples.length === 0) report.messages.push({ reason: "Expected at least one example", ...whole });
    for (const [index, one] of examples.entries()) {
      const { messages, checked } = checkOne(nodes, one, whole);
      report.messages.push(...messages.map((message) => (isList ? { ...message, example: index } : message)));
      report.checked += checked;
    }
  } catch (error) {
    report.messages.push(toMessage(error, whole));
  }
  return report;
}

function checkOne(nodes: readonly TexNode[], example: Example, whole: { start: number; end: number }): ExampleReport {
  const messages: ExampleMessage[] = [];
  const context: Context = {
    entries: toEntries(example, messages, whole),
    used: new Set(),
    defined: new Map(),
    limits: new Map(),
    budget: { steps: MAX_STEPS },
  };
  if (messages.length > 0) return { messages, checked: 0 };
  const statements = cutStatements(nodes).filter((statement) => !noteLimits(statement, context));
  const isDefinition = new Map(
    statements.map((statement) => [statement, definedName(statement, context) !== undefined]),
  );
  const inOrder = [...statements.filter((s) => isDefinition.get(s)), ...statements.filter((s) => !isDefinition.get(s))];
  let checked = 0;
  for (const statement of inOrder) {
    try {
      const outcome = checkStatement(statement, context);
      messages.push(...outcome.messages);
      checked += outcome.checked;
    } catch (error) {
      messages.push(toMessage(error, whole));
    }
  }
  if (statements.length === 0) messages.push({ reason: "Expected an equation, name the result: `y = …`", ...whole });
  if (messages.length === 0) messages.push(...findUnused(example, context));
  return { messages: messages.sort((a, b) => a.start - b.start), checked };
}

function toEntries(example: Example, messages: ExampleMessage[], whole: Span): Entry[] {
  const names = Object.keys(example);
  return Object.entries(example).flatMap(([key, value]) => {
    try {
      return [toEntry(key, value, names)];
    } catch (error) {
      messages.push(toMessage(error, whole));
      return [];
    }
  });
}

function findUnused(example: Example, context: Context): ExampleMessage[] {
  const unused = Object.keys(example).filter((key) => !context.used.has(key));
  const idle = [...context.defined].filter(([key]) => !context.used.has(key));
  return [
    ...unused.map((entry) => ({
      reason: `Unexpected \`${entry}\`, the formula does not use it`,
      start: 0,
      end: 0,
      entry,
    })),
    ...idle.map(([key, { start, end }]) => ({ reason: `Expected a value for \`${key}\` in the example`, start, end })),
  ];
}

function toMessage(error: unknown, whole: Span): ExampleMessage {
  if (error instanceof TexError) {
    const { message: reason, start, end, entry } = error;
    return { reason, start, end, ...(entry === undefined ? {} : { entry }) };
  }
  // A sum of thousands of terms is a tree thousands of levels deep.
  if (error instanceof RangeError) return { reason: "Unexpected size, expected a formula of fewer terms", ...whole };
  throw error;
}

export type { Example, ExampleValue };
