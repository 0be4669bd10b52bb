import { PackageError } from "../error.ts";
import { type OpenOptions, openPackage } from "../open-package.ts";
import { cardChecks } from "./cards.ts";
import { containerChecks } from "./container.ts";
import { databaseChecks } from "./database.ts";
import { deckChecks } from "./decks.ts";
import type { Check } from "./fault.ts";
import { historyChecks } from "./history.ts";
import { htmlChecks } from "./html.ts";
import { noteTypeChecks } from "./note-types.ts";
import { noteChecks } from "./notes.ts";

/** Every invariant of a package that is published and updated, by name. */
const checks = {
  readable: { why: "Anki would refuse the file", find: () => [] },
  ...containerChecks,
  ...databaseChecks,
  ...noteTypeChecks,
  ...deckChecks,
  ...noteChecks,
  ...cardChecks,
  ...htmlChecks,
  ...historyChecks,
} satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;

/** The name of every check, and its reason. */
export const checkReasons = Object.fromEntries(
  Object.entries(checks).map(([name, { why }]) => [name, why]),
) as Readonly<Record<CheckName, string>>;

/** A violation of a check, which would harm learners. */
export interface Fault {
  readonly check: CheckName;
  /** Such as `note (guid "abc")`. */
  readonly where: string;
  readonly what: string;
  /** Reason of the check. */
  readonly why: string;
}

export interface CheckOptions extends OpenOptions {
  /** Seconds since 1970: nothing in the package may be later. */
  readonly now: number;
  /** The bytes of the last release, for the checks of an update. */
  readonly previous?: Uint8Array;
  /** Checks that do not apply. */
  readonly except?: readonly CheckName[];
}

/** Faults of a package that would break a promise to its learners; empty for a good one. */
export function check(bytes: Uint8Array, options: CheckOptions): Fault[] {
  try {
    const opened = openPackage(bytes, options);
    const previous = options.previous === undefined ? undefined : openPackage(options.previous, options);
    const context = { opened, previous, now: options.now };
    return (Object.keys(checks) as CheckName[])
      .filter((name) => !options.except?.includes(name))
      .flatMap((name) => {
        const { why, find }: Check = checks[name];
        return [...find(context)].map(({ where, what }) => ({ check: name, where, what, why }));
      });
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const what = error.message.slice(error.where.length + 2);
    return [{ check: "readable", where: error.where, what, why: checks.readable.why }];
  }
}
