import { MAX_STEPS } from "../../compute/bindings.ts";
import { missingValue } from "../../compute/entry.ts";
import type { TexNode } from "../../parse/node.ts";
import type { Span } from "../../span.ts";
import { type Context, checkStatement, definedName, NO_EQUATION, recordRange } from "./check-statement.ts";
import { notUsed } from "./names-meant.ts";
import { type ExampleMessage, type PreparedExample, toMessage } from "./prepared-example.ts";
import { type Statement, splitStatements } from "./statement.ts";

/** How a formula is checked with an example. */
export interface Plan {
  prepared: PreparedExample;
  /** In the order of their checks: definitions first. */
  statements: readonly Statement[];
  /** Statements that give the range of an index, and nothing to check. */
  ranges: readonly Statement[];
  /** What is known before the first check; each check adds to it. */
  context: Context;
  /** Place of the whole formula. */
  whole: Span;
}

export interface PlanReport {
  messages: ExampleMessage[];
  /** Number of relations that were decided. */
  checked: number;
}

export function makePlan(nodes: readonly TexNode[], prepared: PreparedExample, whole: Span): Plan {
  const context: Context = {
    entries: prepared.entries,
    used: new Set(),
    defined: new Map(),
    ranges: new Map(),
    budget: { steps: MAX_STEPS },
  };
  const ranges: Statement[] = [];
  const definitions: Statement[] = [];
  const others: Statement[] = [];
  for (const statement of splitStatements(nodes)) {
    if (recordRange(statement, context)) ranges.push(statement);
    else if (definedName(statement, context) !== undefined) definitions.push(statement);
    else others.push(statement);
  }
  return { prepared, statements: [...definitions, ...others], ranges, context, whole };
}

export function copyContext(context: Context): Context {
  return {
    entries: context.entries,
    used: new Set(context.used),
    defined: new Map(context.defined),
    ranges: context.ranges,
    budget: { ...context.budget },
  };
}

/** Checks the statements of a plan, from the one at `from`. One report for each, so that a caller may stop early. */
export function* runPlan(plan: Plan, from = 0): Generator<PlanReport> {
  const { prepared, statements, whole } = plan;
  if (prepared.faults.length > 0) {
    yield { messages: [...prepared.faults], checked: 0 };
    return;
  }
  if (statements.length === 0) {
    yield { messages: [{ reason: NO_EQUATION, ...whole }], checked: 0 };
    return;
  }
  let isRight = true;
  for (const statement of statements.slice(from)) {
    const report = runStatement(statement, plan);
    isRight &&= report.messages.length === 0;
    yield report;
  }
  if (isRight) yield { messages: findUnused(plan), checked: 0 };
}

function runStatement(statement: Statement, { context, whole }: Plan): PlanReport {
  try {
    return checkStatement(statement, context);
  } catch (error) {
    return { messages: [toMessage(error, whole)], checked: 0 };
  }
}

function findUnused({ prepared, context }: Plan): ExampleMessage[] {
  const unused = prepared.keys.filter((key) => !context.used.has(key));
  const idle = [...context.defined].filter(([key]) => !context.used.has(key));
  return [
    ...unused.map((entry) => ({
      reason: notUsed(entry),
      start: 0,
      end: 0,
      entry,
    })),
    ...idle.map(([key, { start, end }]) => ({ reason: missingValue(key), missing: key, start, end })),
  ];
}
