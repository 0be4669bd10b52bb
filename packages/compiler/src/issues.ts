import { listed, quote, suggest } from "@high-recall/core";
import type * as z from "zod";
import { keysAt, schemaAt } from "./schema-walk.ts";
import type { Path } from "./yaml.ts";

/** What is wrong with a value, in the author's terms. */
export interface Complaint {
  readonly rule: "unknown-key" | "missing-key" | "unexpected-value";
  readonly reason: string;
  readonly path: Path;
  readonly part: "key" | "value";
  readonly actual?: string;
  readonly expected?: readonly string[];
}

/**
 * Checks a value and says all that is wrong with it. A misspelt key or kind is one complaint: the rest is judged as if
 * it were spelt right, so that what is missing and what is wrong inside it come out as well.
 */
export function complaints(schema: z.ZodType, value: unknown): Complaint[] {
  if (schema.safeParse(value).success) return [];
  const found: Complaint[] = [];
  const repaired: unknown = structuredClone(value);
  const spelling = new Map<string, Path>();
  for (;;) {
    const issues = issuesOf(schema, repaired);
    const misspelt = issues.filter((issue) => issue.code === "unrecognized_keys" || isUnknownKind(issue));
    for (const issue of misspelt) {
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) found.push(repairKey(schema, repaired, issue.path as Path, key, spelling));
      } else {
        found.push(repairKind(schema, repaired));
      }
    }
    if (misspelt.length > 0) continue;
    return [...found, ...issues.flatMap((issue) => describe(schema, repaired, issue))].map((complaint) => ({
      ...complaint,
      path: asWritten(complaint.path, spelling),
    }));
  }
}

type Issue = z.core.$ZodIssue;
type Keyed = Record<string, unknown>;

function issuesOf(schema: z.ZodType, value: unknown): Issue[] {
  return schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
}

function isUnknownKind(issue: Issue): boolean {
  return issue.code === "invalid_union" && "discriminator" in issue && issue.discriminator !== undefined;
}

/** Complains of a key, and renames or removes it. */
function repairKey(schema: z.ZodType, root: unknown, path: Path, key: string, spelling: Map<string, Path>): Complaint {
  const parent = valueAt(root, path) as Keyed;
  const keys = keysAt(schema, root, path);
  const missing = keys.filter((name) => !Object.hasOwn(parent, name));
  const meant = suggest(key, missing);
  if (meant !== undefined) {
    parent[meant] = parent[key];
    spelling.set(JSON.stringify([...path, meant]), [...path, key]);
  }
  delete parent[key];
  return {
    rule: "unknown-key",
    reason: `Unexpected key ${quote(key)}, expected ${meant === undefined ? `one of ${listed(keys)}` : quote(meant)}`,
    path: [...path, key],
    part: "key",
    actual: key,
    expected: meant === undefined ? keys : [meant],
  };
}

/** Complains of a kind that there is not, and sets the one that was meant, or that the other keys fit best. */
function repairKind(schema: z.ZodType, root: unknown): Complaint {
  const values = root as Keyed;
  const written = values.kind;
  const known = kindsOf(schema);
  const meant = typeof written === "string" ? suggest(written, known) : undefined;
  const faults = (kind: string) => issuesOf(schema, { ...values, kind }).length;
  values.kind = meant ?? known.reduce((best, kind) => (faults(kind) < faults(best) ? kind : best));
  const common = { path: ["kind"], part: "value", expected: meant === undefined ? known : [meant] } as const;
  if (written === undefined) {
    return { ...common, rule: "missing-key", reason: `Unexpected missing key \`kind\`, expected ${listed(known)}` };
  }
  const reason = `Unexpected kind ${quote(written)}, expected ${meant === undefined ? listed(known) : quote(meant)}`;
  return { ...common, rule: "unexpected-value", reason, actual: String(written) };
}

function kindsOf(schema: z.ZodType): string[] {
  const { def } = (schema as unknown as z.core.$ZodDiscriminatedUnion)._zod;
  return def.options.flatMap((option) => [...(option._zod.propValues?.kind ?? [])].map(String));
}

function describe(schema: z.ZodType, root: unknown, issue: Issue): Complaint[] {
  const path = issue.path as Path;
  if (issue.code === "invalid_union" && valueAt(root, path) !== undefined) {
    const branch = likelyBranch(issue);
    if (branch !== undefined) {
      return branch.flatMap((inner) => describe(schema, root, { ...inner, path: [...path, ...inner.path] } as Issue));
    }
  }
  const value = valueAt(root, path);
  if (value === undefined) return [missing(schema, root, path, issue)];
  const meant =
    issue.code === "invalid_value" && typeof value === "string" ? suggest(value, issue.values.map(String)) : undefined;
  return [
    {
      rule: "unexpected-value",
      reason: `Unexpected ${quote(value)}, expected ${meant === undefined ? expectation(issue, value) : quote(meant)}`,
      path,
      part: "value",
      ...(typeof value === "object" ? {} : { actual: String(value) }),
      ...(issue.code === "invalid_value" ? { expected: meant === undefined ? issue.values.map(String) : [meant] } : {}),
    },
  ];
}

/** Of a union's branches, the only one that fits at the top and fails further in. */
function likelyBranch(issue: z.core.$ZodIssueInvalidUnion): Issue[] | undefined {
  const inner = issue.errors.filter((branch) => branch.every(({ path }) => path.length > 0));
  return inner.length === 1 ? (inner[0] as Issue[]) : undefined;
}

function missing(schema: z.ZodType, root: unknown, path: Path, issue: Issue): Complaint {
  const key = String(path.at(-1) ?? "");
  const example = schemaAt(schema, root, path)?.meta()?.examples;
  const [first] = Array.isArray(example) ? example : [];
  const isShown = typeof first === "string" && issue.code !== "invalid_value" && !issue.message.startsWith("Expected");
  const reason = `Unexpected missing key ${quote(key)}, expected ${expectation(issue, undefined)}${isShown ? `, such as ${quote(first)}` : ""}`;
  return { rule: "missing-key", reason, path, part: "value" };
}

/** What stands after "expected" in a message. */
function expectation(issue: Issue, value: unknown): string {
  if (issue.code === "custom") return issue.message.replace(/^Expected (?:`[^`]*`: )?/, "a sentence: ");
  if (issue.message.startsWith("Expected ")) return issue.message.slice("Expected ".length);
  switch (issue.code) {
    case "invalid_type":
      return `${typeName(issue.expected)}${issue.expected === "string" && typeof value !== "object" && value !== undefined ? ": put it in quotes" : ""}`;
    case "invalid_value":
      return listed(issue.values.map(String));
    case "invalid_union":
      return [
        ...new Set(issue.errors.flatMap((branch) => branch.map((inner) => expectation(inner as Issue, undefined)))),
      ].join(" or ");
    case "too_small":
      return `at least ${issue.minimum} ${unitOf(issue.origin)}`;
    case "too_big":
      return `at most ${issue.maximum} ${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  return origin === "string" ? "characters" : "entries";
}

function typeName(type: string): string {
  switch (type) {
    case "string":
      return "text";
    case "array":
    case "tuple":
      return "a list";
    case "object":
    case "record":
      return "keys and values";
    default:
      return `a ${type}`;
  }
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Keyed)[step];
  }
  return value;
}

/** The path with misspelt keys as they stand in the file. */
function asWritten(path: Path, spelling: ReadonlyMap<string, Path>): Path {
  for (let length = path.length; length > 0; length--) {
    const written = spelling.get(JSON.stringify(path.slice(0, length)));
    if (written !== undefined) return [...asWritten(written, new Map()), ...path.slice(length)];
  }
  return path;
}
