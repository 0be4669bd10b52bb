import type { Example } from "../../compute/entry.ts";
import { read } from "../../parse/read.ts";
import type { Context } from "./check-statement.ts";
import { copyContext, makePlan, type Plan, type PlanReport, runPlan } from "./plan.ts";
import { prepareExamples } from "./prepared-example.ts";

/** The check of a formula with one example. */
export interface Run {
  plan: Plan;
  reports: readonly PlanReport[];
  /** What is known before each statement, up to the first with a fault. */
  before: readonly Context[];
}

let latest: { key: string; runs: readonly Run[] } | undefined;

/** Checks a formula with one example or a list. Remembers the latest call: mutants are compared with it.
 *  @throws {TexError} when the formula cannot be read. */
export function runExamples(tex: string, example: Example | readonly Example[]): readonly Run[] {
  const key = `${tex}\n${JSON.stringify(example, keepNonFinite)}`;
  if (latest?.key !== key) {
    const nodes = read(tex);
    const runs = prepareExamples(example).map((prepared) =>
      run(makePlan(nodes, prepared, { start: 0, end: tex.length })),
    );
    latest = { key, runs };
  }
  return latest.runs;
}

/** JSON has no NaN and no infinity. */
function keepNonFinite(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? `\0${value}` : value;
}

function run(plan: Plan): Run {
  const reports: PlanReport[] = [];
  const before = [copyContext(plan.context)];
  let isRight = true;
  for (const report of runPlan(plan)) {
    reports.push(report);
    isRight &&= report.messages.length === 0;
    if (isRight) before.push(copyContext(plan.context));
  }
  return { plan, reports, before };
}
