import type { Kind } from "./front-matter.ts";

/** A section that items of a kind may have. */
export interface SectionDefinition {
  /** In kebab-case, as `Section.name`. */
  readonly name: string;
  /** The text after `##`. */
  readonly heading: string;
  readonly isRequired: boolean;
}

/** The parts of an item of a kind, besides its front matter. */
export interface KindDefinition {
  /** Everything before the first `##`. */
  readonly lead: {
    /** Such as `the short answer`; messages and docs put it in parentheses. */
    readonly description: string;
    /** Most words, unless edition.yaml says otherwise; undefined without a limit. */
    readonly words?: number;
    /** Most tables and display formulas in it; undefined without a limit. */
    readonly displays?: number;
  };
  /** In the order that items have them; undefined where authors choose their own. */
  readonly sections: readonly SectionDefinition[] | undefined;
  /** Whether its facts need `sources` and the day they were `verified`. */
  readonly needsSources: boolean;
  /** What its flashcards ask for, besides those of its follow-ups, marks and drawings; empty for a kind without cards. */
  readonly cards: readonly string[];
}

const required = <Name extends string>(name: Name, heading: string) => ({ name, heading, isRequired: true }) as const;
const optional = <Name extends string>(name: Name, heading: string) => ({ name, heading, isRequired: false }) as const;

/** Definition of each kind of item, used by the rules, `recall new`, publishers and docs. */
export const kindTable = {
  question: {
    lead: { description: "the short answer", words: 80, displays: 1 },
    sections: [
      required("in-depth", "In depth"),
      optional("example", "Example"),
      optional("pitfalls", "Pitfalls"),
      optional("follow-ups", "Follow-ups"),
      optional("interview-tip", "Interview tip"),
    ],
    needsSources: true,
    cards: ["what to recall"],
  },
  formula: {
    lead: { description: "the formula between two lines of `$$`, then when to use it" },
    sections: [
      optional("derivation", "Derivation"),
      optional("worked-example", "Worked example"),
      optional("pitfalls", "Pitfalls"),
    ],
    needsSources: true,
    cards: ["relation", "name"],
  },
  code: {
    lead: { description: "the task, the solution and its output" },
    sections: [
      optional("how-it-works", "How it works"),
      optional("complexity", "Complexity"),
      optional("pitfalls", "Pitfalls"),
    ],
    needsSources: false,
    cards: ["key lines"],
  },
  term: {
    lead: { description: "the definition", words: 60 },
    sections: [optional("example", "Example")],
    needsSources: true,
    cards: ["definition", "name"],
  },
  pitfall: {
    lead: { description: "the mistake" },
    sections: [required("why-it-is-wrong", "Why it is wrong"), required("instead", "Instead")],
    needsSources: true,
    cards: ["what to do instead"],
  },
  guide: { lead: { description: "a summary" }, sections: undefined, needsSources: false, cards: [] },
  path: { lead: { description: "whom it is for" }, sections: undefined, needsSources: false, cards: [] },
} as const satisfies Record<Kind, KindDefinition>;

/** Names of the sections that a kind may have; any name where authors choose their own. */
export type SectionName<K extends Kind> = (typeof kindTable)[K]["sections"] extends readonly {
  readonly name: infer Name;
}[]
  ? Name
  : string;

/** Kinds whose items have cards. */
export type AskedKind = {
  [K in Kind]: (typeof kindTable)[K]["cards"] extends readonly [] ? never : K;
}[Kind];

/** Whether items of the kind have cards. */
export function isAsked(kind: Kind): kind is AskedKind {
  return kindTable[kind].cards.length > 0;
}

/** The definition of a kind, without its literal types. */
export function definitionOf(kind: Kind): KindDefinition {
  return kindTable[kind];
}

/** A heading as a section's name: `In depth` becomes `in-depth`. Empty for a heading without letters and digits. */
export function sectionName(heading: string): string {
  if (/^[A-Za-z]+(?:[ -][A-Za-z]+)*$/.test(heading)) return heading.toLowerCase().replaceAll(" ", "-");
  const words = heading.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/['’]/g, "");
  return words.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}
