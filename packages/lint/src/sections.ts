import type { Kind } from "@high-recall/core";

/** A section that a kind may have. */
export interface KnownSection {
  readonly heading: string;
  readonly isRequired: boolean;
}

const required = (heading: string): KnownSection => ({ heading, isRequired: true });
const optional = (heading: string): KnownSection => ({ heading, isRequired: false });

/** The sections of each kind, in order; `undefined` where they are free. */
export const sectionsOf: Readonly<Record<Kind, readonly KnownSection[] | undefined>> = {
  question: [
    required("In depth"),
    optional("Example"),
    optional("Pitfalls"),
    optional("Follow-ups"),
    optional("Interview tip"),
  ],
  formula: [optional("Derivation"), optional("Worked example"), optional("Pitfalls")],
  code: [optional("How it works"), optional("Complexity"), optional("Pitfalls")],
  term: [optional("Example")],
  pitfall: [required("Why it is wrong"), required("Instead")],
  guide: undefined,
  path: undefined,
};
