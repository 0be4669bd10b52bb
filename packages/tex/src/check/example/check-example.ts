import type { Example } from "../../compute/entry.ts";
import { checkSyntax } from "../syntax/check-syntax.ts";
import { withNamesMeant } from "./names-meant.ts";
import { type ExampleMessage, toMessage } from "./prepared-example.ts";
import { type Run, runExamples } from "./run.ts";

export interface ExampleReport {
  messages: ExampleMessage[];
  /** Number of relations that were decided, over all examples. */
  checked: number;
}

/** Computes every equation of a formula with the numbers of an example. No messages: all of them hold.
 *  Anything not understood is a message, never a guess. */
export function checkExample(tex: string, example: Example | readonly Example[]): ExampleReport {
  const faults = checkSyntax(tex, { display: true });
  return faults.length > 0 ? { messages: [...faults], checked: 0 } : evaluateExample(tex, example);
}

/** As `checkExample`, for a formula that KaTeX accepts. */
export function evaluateExample(tex: string, example: Example | readonly Example[]): ExampleReport {
  const whole = { start: 0, end: tex.length };
  try {
    const runs = runExamples(tex, example);
    if (runs.length === 0)
      return { messages: [{ reason: "The list of examples is empty: add one", ...whole }], checked: 0 };
    const checked = runs.flatMap(({ reports }) => reports).reduce((sum, report) => sum + report.checked, 0);
    return { messages: runs.flatMap((run) => withNamesMeant(tex, messagesOf(run), run.plan.prepared)), checked };
  } catch (error) {
    return { messages: [toMessage(error, whole)], checked: 0 };
  }
}

function messagesOf({ plan, reports }: Run): ExampleMessage[] {
  const { example } = plan.prepared;
  const messages = reports.flatMap((report) => report.messages).sort((a, b) => a.start - b.start);
  return example === undefined ? messages : messages.map((message) => ({ ...message, example }));
}
