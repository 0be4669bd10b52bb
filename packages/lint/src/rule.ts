import type { Root } from "mdast";
import type { Plugin } from "unified";
import { lintRule } from "unified-lint-rule";
import type { VFile } from "vfile";

/** An error stops publishing, a warning does not. */
export type Severity = "error" | "warning";

/** What the rules are told from outside; all of it is optional. */
export interface LintOptions {
  /** Whether some font of the printed sheets has the character. Without it, characters are not checked. */
  readonly printable?: ((codePoint: number) => boolean) | undefined;
  /** Width in em of a display formula, broken wherever print can break it. Without it, widths are not checked. */
  readonly formulaWidth?: ((tex: string) => number) | undefined;
  /** `rules:` of edition.yaml: options by rule, `false` turns a rule off. */
  readonly rules?: Readonly<Record<string, unknown>> | undefined;
}

/** One house rule. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  /** What it demands, in one sentence. */
  readonly description: string;
  /** The page that explains it, relative to this package. */
  readonly docs: string;
  /** The same page on the web; every message carries it. */
  readonly url: string;
  /**
   * The rule as a unified plugin.
   * @throws {Error} when `value`, the rule's entry in edition.yaml, is not one that the rule understands.
   */
  plugin(value: unknown, options: LintOptions): Plugin<[], Root>;
}

interface Definition<Setting> {
  readonly name: string;
  readonly severity: Severity;
  readonly description: string;
  /** Walks the tree and leaves messages on the file. */
  check(tree: Root, file: VFile, setting: Setting): void;
}

interface DefinitionWithSetting<Setting> extends Definition<Setting> {
  /**
   * Turns the rule's entry in edition.yaml, `undefined` when there is none, into what `check` gets.
   * @throws {Error} that says what it expected: `a list of languages, such as [python, sql]`.
   */
  read(value: unknown, options: LintOptions): Setting;
}

const rulesUrl = "https://github.com/high-recall/high-recall/blob/main/packages/lint/";

/** Makes a rule that has no options. */
export function defineRule(definition: Definition<undefined>): Rule {
  return defineRuleWithOptions({
    ...definition,
    read(value) {
      if (value !== undefined) throw new Error("nothing: the rule has no options (`false` turns it off)");
      return undefined;
    },
  });
}

/** Makes a rule that edition.yaml can tell something. */
export function defineRuleWithOptions<Setting>(definition: DefinitionWithSetting<Setting>): Rule {
  const { name, severity, description } = definition;
  const docs = `src/rules/${name}.md`;
  const url = rulesUrl + docs;
  const linter = lintRule<Root, Setting>({ origin: `high-recall:${name}`, url }, (tree, file, setting) =>
    definition.check(tree, file, setting),
  );
  return {
    name,
    severity,
    description,
    docs,
    url,
    plugin(value, options) {
      const setting = readSetting(definition, value === true ? undefined : value, options);
      const transform = linter([severity === "error" ? 2 : 1, setting]);
      return () => transform;
    },
  };
}

function readSetting<Setting>(definition: DefinitionWithSetting<Setting>, value: unknown, options: LintOptions) {
  try {
    return definition.read(value, options);
  } catch (error) {
    const expected = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Unexpected option \`${JSON.stringify(value)}\` of rule \`${definition.name}\`, expected ${expected}`,
      { cause: error },
    );
  }
}
