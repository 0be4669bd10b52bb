import type { LiveText } from "./live-text.ts";

/** Signs that Markdown could have read as markup and did not. */
export interface SignRun {
  readonly index: number;
  readonly run: string;
  /** Whether something other than a space follows it: it was probably to begin something. */
  readonly opens: boolean;
}

export type PairedSign = "**" | "__" | "~~" | "==";

const patterns: Readonly<Record<PairedSign, RegExp>> = { "**": /\*+/g, __: /_+/g, "~~": /~+/g, "==": /=+/g };

/** Runs of a sign that are left in a text and were probably meant as markup, in order. */
export function leftRuns(text: LiveText, sign: PairedSign): SignRun[] {
  const tight: SignRun[] = [];
  const loose: SignRun[] = [];
  for (const { 0: run, index } of text.live.matchAll(patterns[sign])) {
    if (run.length < 2 || run.length > (sign === "**" ? 3 : 2) || isMeant(text, index, run)) continue;
    const { before, after } = edgesOf(text, index, run);
    const one = { index, run, opens: !isSpace(after) || opening.test(before) };
    if (isLoose(before, after)) loose.push(one);
    else if (!isOperator(sign, before, after)) tight.push(one);
  }
  return [...tight, ...loosePairs(text, loose)].sort((one, other) => one.index - other.index);
}

/** As `leftRuns`, but only signs with spaces inside: `== words ==`. */
export function looseRuns(text: LiveText, sign: PairedSign): SignRun[] {
  return leftRuns(text, sign).filter(({ index, run }) => {
    const { before, after } = edgesOf(text, index, run);
    return isLoose(before, after);
  });
}

const opening = /[([{“‘"]/;
const closing = /[.,;:!?)\]}”’"]/;

function edgesOf({ live }: LiveText, index: number, run: string): { before: string; after: string } {
  return { before: live.charAt(index - 1), after: live.charAt(index + run.length) };
}

/** Whether a sign has a space on the side of the words that it was to enclose, and no letter on the other. */
export function isLoose(before: string, after: string): boolean {
  if (isSpace(before)) return isSpace(after) || closing.test(after);
  return isSpace(after) && opening.test(before);
}

/** Without the signs that were to end what the one before them begins: both have the same fault. */
export function withoutPartners(runs: readonly SignRun[]): SignRun[] {
  let opener: SignRun | undefined;
  return runs.filter((one) => {
    const isPartner = opener !== undefined && opener.run === one.run;
    opener = isPartner || !one.opens ? undefined : one;
    return !isPartner;
  });
}

/** Whether an escape beside it, as in `\**`, says that the signs are meant. */
export function isMeant({ written }: LiveText, index: number, run: string): boolean {
  const sign = run.charAt(0);
  const end = index + run.length;
  return written.charAt(index - 1) === sign || written.slice(end, end + 2) === `\\${sign}`;
}

/**
 * Signs with a space on both sides are operators, as in `a == b and c == d`, unless nothing is before the first or after
 * the second: `The word is == gluten ==.`
 */
function loosePairs(text: LiveText, loose: readonly SignRun[]): SignRun[] {
  const found: SignRun[] = [];
  for (let index = 0; index < loose.length; index++) {
    const [first, second] = [loose[index], loose[index + 1]];
    if (first === undefined) break;
    const { before, after } = edgesOf(text, first.index, first.run);
    if (second !== undefined && isSpace(after) && (isStart(text.live, first) || isEnd(text.live, second))) {
      found.push({ ...first, opens: true }, second);
      index++;
    } else if (!isSpace(before) || !isSpace(after)) {
      found.push(first);
    }
  }
  return found;
}

function isStart(live: string, { index }: SignRun): boolean {
  const before = live.slice(Math.max(index - 3, 0), index).trimEnd();
  return before === "" ? index < 3 : /[([{“‘"#]$/.test(before);
}

function isEnd(live: string, { index, run }: SignRun): boolean {
  return /^\s*(?:$|[.,;:!?)\]])/.test(live.slice(index + run.length, index + run.length + 3));
}

function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

/** Whether a sign is between two operands, or is a star of significance after a number. */
function isOperator(sign: PairedSign, before: string, after: string): boolean {
  if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return true;
  if (sign === "==") return /[!<>:]/.test(before) && isSpace(after);
  if (sign !== "**") return false;
  return (/[\d)\]]/.test(before) && /[\w(]/.test(after)) || (/\d/.test(before) && /^[\s,.;:)]?$/.test(after));
}
