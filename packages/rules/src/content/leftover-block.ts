import { quote } from "@high-recall/core";
import type { Paragraph } from "mdast";
import { atPart, sourceOf } from "../fragment.ts";
import { liveTextOf } from "../live-text.ts";
import { defineRule, type NodeContext, type Report } from "../rule.ts";

/** Rows without their line of dashes, and entries without the sign or the space of a list, run into one paragraph. */
export const leftoverBlock = defineRule({
  name: "leftover-block",
  severity: "error",
  description: "Lines that look like a table or a list are one",
  nodes: { paragraph: check },
});

interface Line {
  readonly start: number;
  readonly text: string;
}

function check(paragraph: Paragraph, report: Report, { fragment }: NodeContext): void {
  const source = sourceOf(fragment, paragraph);
  if (!suspicious.test(source)) return;
  const { written } = liveTextOf(fragment, paragraph);
  // A line that begins with an escape, code or a formula is what its author wants.
  const lines = linesOf(source).filter(({ start, text }) => text.charAt(0) === written.charAt(start));
  if (reportTable(lines, paragraph, report, fragment)) return;
  for (const { isEntry, least, fault } of forms) {
    const run = firstRun(lines, source, isEntry, least);
    const first = run[0];
    if (first === undefined) continue;
    const sign = /^(?:\d+[.)]|\[![A-Za-z]+\]|\S)/.exec(first.text)?.[0] ?? "";
    report(fault(sign), atPart(fragment, paragraph, first.start, first.start + sign.length));
    return;
  }
}

/** Whether a line begins with something that this rule looks at. */
const suspicious = /(?:^|[\n\r])[ \t>]*(?:\||[•◦▪●‣∙·–—]|[-+][\p{L}*`$]|\d+[.)]|\[!|: )/u;

interface Form {
  isEntry(text: string): boolean;
  /** How many lines below each other are needed: one may be a coincidence. */
  readonly least: number;
  fault(sign: string): string;
}

const forms: readonly Form[] = [
  {
    isEntry: (text) => /^[•◦▪●‣∙][ \t\u00a0]?\S/.test(text),
    least: 1,
    fault: (sign) => `${quote(sign)} makes no list: write \`- \` before each entry, with an empty line above the first`,
  },
  {
    isEntry: (text) => /^[·–—][ \t]+\S/.test(text),
    least: 2,
    fault: (sign) => `${quote(sign)} makes no list: write \`- \` before each entry, with an empty line above the first`,
  },
  {
    isEntry: (text) => /^[-+][\p{L}*`$]/u.test(text),
    least: 2,
    fault: (sign) => `${quote(sign)} without a space after it makes no list: write \`${sign} \` before each entry`,
  },
  {
    isEntry: (text) => /^\d{1,3}[.)](?:[ \t]+\S|\p{L})/u.test(text),
    least: 2,
    fault: (sign) =>
      `${quote(sign)} makes no list here: put an empty line above the first entry, and a space after each number`,
  },
  {
    isEntry: (text) => /^\[!(?:note|tip|important|warning|caution|info|example)\]/i.test(text),
    least: 1,
    fault: (sign) => `${quote(sign)} is printed as it is: write \`**${capitalised(sign)}:**\``,
  },
  {
    isEntry: (text) => /^: [ \t]*\S/.test(text),
    least: 1,
    fault: () => "`:` makes no list of terms: write `- **term:** meaning`",
  },
];

function capitalised(sign: string): string {
  const word = sign.slice(2, -1).toLowerCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Reports rows that have no line of dashes; with one that does not fit, `table-shape` speaks. */
function reportTable(
  lines: readonly Line[],
  paragraph: Paragraph,
  report: Report,
  fragment: NodeContext["fragment"],
): boolean {
  let rows: Line[] = [];
  for (const line of [...lines, undefined]) {
    const last = rows.at(-1);
    const isNext =
      line !== undefined &&
      isRow(line.text) &&
      (last === undefined || isBelow(last, line, sourceOf(fragment, paragraph)));
    if (isNext) {
      rows.push(line);
      continue;
    }
    const [first] = rows;
    if (first !== undefined && rows.length > 1 && !rows.some(({ text }) => /^[|:\s-]+$/.test(text))) {
      const columns = (first.text.match(/\|/g)?.length ?? 2) - 1;
      report(
        `These rows are no table without a line of dashes: write \`|${" --- |".repeat(Math.min(columns, 6))}\` below the first`,
        atPart(fragment, paragraph, first.start, first.start + first.text.length),
      );
      return true;
    }
    rows = line !== undefined && isRow(line.text) ? [line] : [];
  }
  return false;
}

/** A row has a bar at both ends and one inside. */
function isRow(text: string): boolean {
  return /^\|[^|]*\|.*\|$/.test(text) || /^\|.*\|[^|]*\|$/.test(text);
}

function isBelow(one: Line, other: Line, source: string): boolean {
  return source.slice(one.start, other.start).split("\n").length === 2;
}

/** The first lines below each other that all have the form, if there are enough. */
function firstRun(lines: readonly Line[], source: string, isEntry: Form["isEntry"], least: number): Line[] {
  let run: Line[] = [];
  for (const line of lines) {
    const last = run.at(-1);
    if (!isEntry(line.text)) run = [];
    else run = last === undefined || isBelow(last, line, source) ? [...run, line] : [line];
    if (run.length >= least) return run;
  }
  return [];
}

/** Lines without the indent and the quote marks before them. */
function linesOf(source: string): Line[] {
  return [...source.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => {
    const prefix = index === 0 ? 0 : (/^[ \t>]*/.exec(line)?.[0].length ?? 0);
    return { start: index + prefix, text: line.slice(prefix).trimEnd() };
  });
}
