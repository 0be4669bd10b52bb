import { suggest } from "@high-recall/core";
import type { Nodes } from "mdast";
import type { Checks, NodeChecks, NodeContext, Report, RuleOptions } from "./rule.ts";
import { type ListedRule, rules } from "./rules.ts";

/** A check and the rule it belongs to. */
export interface Bound<Check> {
  readonly rule: ListedRule;
  readonly check: Check;
}

type NodeCheck = (node: Nodes, report: Report, context: NodeContext) => void;

/** The checks of all rules that are on, grouped by their input. */
export interface RuleSet {
  readonly entry: readonly Bound<NonNullable<Checks["entry"]>>[];
  readonly text: readonly Bound<NonNullable<Checks["text"]>>[];
  readonly tree: readonly Bound<NonNullable<Checks["tree"]>>[];
  readonly issues: readonly Bound<NonNullable<Checks["issues"]>>[];
  readonly file: readonly Bound<NonNullable<Checks["file"]>>[];
  readonly links: readonly Bound<NonNullable<Checks["links"]>>[];
  /** By type of node; those of `*` are in every list. */
  readonly nodes: (type: string) => readonly Bound<NodeCheck>[];
  readonly phrases: (type: string) => readonly Bound<NodeCheck>[];
}

/**
 * Every rule that edition.yaml does not turn off.
 * @throws {Error} for an unknown rule, an option that a rule does not understand, or `false` for a
 *   rule outside of `content`
 */
export function createRuleSet(options: RuleOptions = {}): RuleSet {
  const values = options.rules ?? {};
  for (const [name, value] of Object.entries(values)) assertOption(name, value);
  const on = rules.filter(
    ({ name, group }) => values[name] !== false && (options.only === undefined || options.only === group),
  );
  const prepared = on.map((rule) => ({ rule, checks: rule.prepare(values[rule.name], options) }));
  const bind = <Name extends "entry" | "text" | "tree" | "issues" | "file" | "links">(name: Name) =>
    prepared.flatMap(({ rule, checks }) => {
      const check = checks[name];
      return check === undefined ? [] : [{ rule, check: check.bind(checks) as NonNullable<Checks[Name]> }];
    });
  const byType = (name: "nodes" | "phrases") => {
    const known = new Map<string, readonly Bound<NodeCheck>[]>();
    return (type: string) => {
      let list = known.get(type);
      if (list === undefined) {
        list = prepared.flatMap(({ rule, checks }) => checksFor(checks[name], type).map((check) => ({ rule, check })));
        known.set(type, list);
      }
      return list;
    };
  };
  return {
    entry: bind("entry"),
    text: bind("text"),
    tree: bind("tree"),
    issues: bind("issues"),
    file: bind("file"),
    links: bind("links"),
    nodes: byType("nodes"),
    phrases: byType("phrases"),
  };
}

function checksFor(checks: NodeChecks | undefined, type: string): NodeCheck[] {
  const own = checks && Object.hasOwn(checks, type) ? checks[type as Nodes["type"]] : undefined;
  return [checks?.["*"], own as NodeCheck | undefined].filter((check) => check !== undefined);
}

function assertOption(name: string, value: unknown): void {
  const rule = rules.find((one) => one.name === name);
  if (rule === undefined) {
    const names = rules.map((one) => one.name);
    const near = suggest(name, names);
    throw new Error(
      `No rule is called \`${name}\`: ${near ? `did you mean \`${near}\`?` : `the rules are ${names.join(", ")}`}`,
    );
  }
  if (value === false && rule.group !== "content") {
    throw new Error(`Rule \`${name}\` cannot be turned off: only rules of \`content\` can`);
  }
}
