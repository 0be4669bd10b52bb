import type { OpenPackage } from "../open-package.ts";

/** Input of a check. */
export interface CheckContext {
  readonly opened: OpenPackage;
  /** Seconds since 1970. */
  readonly now: number;
  /** The last release, when there is one. */
  readonly previous?: OpenPackage | undefined;
}

/** One fault that a check found. */
export interface Finding {
  /** Such as `note (guid "abc")`. */
  readonly where: string;
  readonly what: string;
}

/** One invariant: its reason, and how to find what breaks it. */
export interface Check {
  readonly why: string;
  readonly find: (context: CheckContext) => Iterable<Finding>;
}

export function placeOf(note: { readonly guid: string }): string {
  return `note (guid ${JSON.stringify(note.guid)})`;
}
