/** The rule that a fault breaks. */
export type FigureRule = "figure-safe" | "figure-readable" | "file-name" | "utf-8";

/** What is wrong with a figure. */
export interface FigureFault {
  readonly rule: FigureRule;
  /** The fault in plain words, then how to fix it after a colon. */
  readonly reason: string;
  /** Offsets in an SVG's text, in UTF-16 units, the end exclusive; absent for a fault of the whole file. */
  readonly start?: number;
  readonly end?: number;
}

/** A stretch of the source, in UTF-16 units, the end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Collects faults; one too many ends the reading. */
export interface FaultList {
  readonly faults: readonly FigureFault[];
  /** Refuses what could run, load or hide something. @throws {Stopped} */
  unsafe(reason: string, place: Place): void;
  /** Refuses what print cannot draw. @throws {Stopped} */
  unreadable(reason: string, place: Place): void;
  /** Refuses the whole figure and stops reading. @throws {Stopped} */
  stop(reason: string, place: Place): never;
}

/** Ends reading after a fault that gives the reason. */
export class Stopped extends Error {}

/** Nobody reads more: the first ones show what to fix. */
const mostFaults = 50;
const tooMany = `There are more than ${mostFaults} faults: correct those before this one first`;

/** An empty list. `use` draws elements again, so the same fault can be found twice; it is kept once. */
export function faultList(): FaultList {
  const faults: FigureFault[] = [];
  const known = new Set<string>();
  const add = (rule: FigureRule, reason: string, { start, end }: Place) => {
    const key = `${start} ${end} ${reason}`;
    if (known.has(key)) return;
    known.add(key);
    if (faults.length === mostFaults) {
      faults.push({ rule, reason: tooMany, start, end });
      throw new Stopped(tooMany);
    }
    faults.push({ rule, reason, start, end });
  };
  return {
    faults,
    unsafe: (reason, place) => add("figure-safe", reason, place),
    unreadable: (reason, place) => add("figure-readable", reason, place),
    stop: (reason, place) => {
      add("figure-readable", reason, place);
      throw new Stopped(reason);
    },
  };
}
