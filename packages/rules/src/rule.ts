import type { Place, Severity } from "@high-recall/core";
import type { Nodes } from "mdast";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { LinkIndex } from "./link-index.ts";
import type { At, Fragment, ParsedFile, PlacedNode, Replacement } from "./parsed-file.ts";
import type { SchemaIssue } from "./schema-issue.ts";

/** Inputs of the checks from outside; all are optional. */
export interface RuleOptions {
  /** Whether some font of print has the character. Without it, characters are not checked. */
  readonly printable?: ((codePoint: number) => boolean) | undefined;
  /**
   * Width in em of a display formula, broken wherever print can break it. May return an upper bound that is at most
   * `enough`. Without this function, widths are not checked.
   */
  readonly formulaWidth?: ((tex: string, enough: number) => number) | undefined;
  /** Address of the content's repository, from edition.yaml: a link to one of its files is written as a path. */
  readonly repository?: string | undefined;
  /** The day of the check, as YYYY-MM-DD. Without it, days that are to come are not found. */
  readonly today?: string | undefined;
  /** `rules` of edition.yaml: options by rule; `false` turns a rule of content off. */
  readonly rules?: Readonly<Record<string, unknown>> | undefined;
  /** Only the rules of this group; all when absent. */
  readonly only?: RuleGroup | undefined;
}

/** Where a rule belongs; a folder of rules each. */
export type RuleGroup = "structure" | "content" | "links" | "samples";

/** Optional parts of a message. */
export interface Details {
  /** For the text at the message's place. */
  readonly replace?: Replacement | undefined;
  /** Other places, in the same file unless they say otherwise. */
  readonly related?: readonly { readonly file?: string; readonly at: At; readonly text: string }[];
}

/** Reports a fault: what is wrong in plain words, then how to fix it after a colon. */
export type Report = (text: string, at: At, details?: Details) => void;

/** Reports a fault of the given file: a check of links looks at several. */
export type ReportIn = (file: string, text: string, at: At, details?: Details) => void;

/** Where a node is. */
export interface NodeContext {
  readonly file: ParsedFile;
  readonly fragment: Fragment;
  readonly parent: Nodes | undefined;
}

/** Called for each node of a type; `*` for each node of any type. */
export type NodeChecks = {
  readonly "*"?: (node: Nodes, report: Report, context: NodeContext) => void;
} & {
  readonly [Type in Nodes["type"]]?: (
    node: Extract<Nodes, { type: Type }>,
    report: Report,
    context: NodeContext,
  ) => void;
};

/** The checks of a rule, by their input. All rules share one walk of each tree. */
export interface Checks {
  /** A file or folder as found on the disk, before it is parsed as Markdown. */
  entry?(entry: DirectoryEntry, report: Report): void;
  /** The text of a Markdown file, before it is parsed. `false` when it must not be parsed. */
  text?(text: string, report: Report, placeOf: (start: number, end: number) => Place): boolean | undefined;
  /**
   * The nodes of a body up to the first that is nested too deep to be walked by recursion. `false` when the file must not
   * be checked further.
   */
  tree?(
    nodes: readonly PlacedNode[],
    report: Report,
    placeOf: (start: number, end: number) => Place,
  ): boolean | undefined;
  /** Violations of the schema in front matter or edition.yaml. */
  issues?(issues: readonly SchemaIssue[], report: Report): void;
  file?(file: ParsedFile, report: Report): void;
  /** Nodes of bodies. */
  readonly nodes?: NodeChecks;
  /** Nodes of the front matter's inline Markdown. */
  readonly phrases?: NodeChecks;
  /** All topics at once. */
  links?(index: LinkIndex, report: ReportIn): void;
}

/** One check: `name.ts` has the code, `name.md` beside it the reason, how to fix it, and examples, which are its tests. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  /** The requirement, in one sentence. */
  readonly description: string;
  /**
   * The checks, with the rule's options.
   * @throws {Error} when `value`, the rule's entry in edition.yaml, is invalid
   */
  prepare(value: unknown, options: RuleOptions): Checks;
}

interface Heading {
  readonly name: string;
  readonly severity: Severity;
  readonly description: string;
}

interface WithOptions<Setting> extends Heading {
  /**
   * Converts the rule's entry in edition.yaml, `undefined` if there is none, to the setting of the checks.
   * @throws {Error} whose message says what to write: "a list of languages, such as `[python, sql]`"
   */
  read(value: unknown, options: RuleOptions): Setting;
  /** The checks for a setting; undefined when there is nothing to check. */
  checks(setting: Setting): Checks | undefined;
}

/** Makes a rule that has no options. */
export function defineRule({ name, severity, description, ...checks }: Heading & Checks): Rule {
  return defineRuleWithOptions<undefined>({
    name,
    severity,
    description,
    read(value) {
      if (value !== undefined) throw new Error("nothing: the rule has no options (`false` turns it off)");
      return undefined;
    },
    checks: () => checks,
  });
}

/** Makes a rule with options in edition.yaml. */
export function defineRuleWithOptions<Setting>(definition: WithOptions<Setting>): Rule {
  const { name, severity, description } = definition;
  return {
    name,
    severity,
    description,
    prepare: (value, options) => definition.checks(readSetting(definition, value, options)) ?? {},
  };
}

function readSetting<Setting>(definition: WithOptions<Setting>, value: unknown, options: RuleOptions): Setting {
  try {
    return definition.read(value === true ? undefined : value, options);
  } catch (error) {
    const remedy = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Rule \`${definition.name}\` cannot use the option \`${JSON.stringify(value)}\`: expected ${remedy}`,
      {
        cause: error,
      },
    );
  }
}
