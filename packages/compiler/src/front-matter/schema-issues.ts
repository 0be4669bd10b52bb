import { Id, idMeant, suggest, suggestLanguage } from "@high-recall/core";
import type { Expectation, KeyPath, SchemaIssue } from "@high-recall/rules";
import type * as z from "zod";
import { keysAt, schemaAt, shapeOfEntries } from "./schema-walk.ts";

/**
 * Everything in a value that violates a schema. A misspelt key or kind is one issue: the rest is checked as if it were
 * spelt right, so that faults inside it are found as well.
 */
export function schemaIssues(schema: z.ZodType, value: unknown): SchemaIssue[] {
  const found: SchemaIssue[] = [];
  const repaired: unknown = structuredClone(value);
  const spelling = new Map<string, KeyPath>();
  for (;;) {
    const issues = issuesOf(schema, repaired);
    const misspelt = issues.filter((issue) => issue.code === "unrecognized_keys" || isUnknownKind(issue));
    for (const issue of misspelt) {
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) found.push(repairKey(schema, repaired, issue.path as KeyPath, key, spelling));
      } else {
        found.push(repairKind(schema, repaired));
      }
    }
    if (misspelt.length > 0) continue;
    const described = withoutConsequences(issues).flatMap((issue) => describe(schema, repaired, issue));
    return withoutOutdented(found, described, value).map((issue) => ({
      ...issue,
      path: asWritten(issue.path, spelling),
    }));
  }
}

/** A key at the top level that a list entry lacks, or that follows a table of names, was not indented: that is one fault. */
function withoutOutdented(
  found: readonly SchemaIssue[],
  described: readonly SchemaIssue[],
  root: unknown,
): SchemaIssue[] {
  const order = typeof root === "object" && root !== null ? Object.keys(root) : [];
  let missing = [...described];
  const unknown = found.map((issue): SchemaIssue => {
    if (issue.type !== "unknown-key" || issue.path.length !== 1 || issue.meant !== undefined) return issue;
    const lacking = missing.find(
      ({ type, path }) => type === "missing-key" && path.length > 1 && path.at(-1) === issue.key,
    );
    if (lacking !== undefined) {
      missing = missing.filter((one) => one !== lacking);
      return { ...issue, under: String(lacking.path[0]) };
    }
    const above = order.slice(0, order.indexOf(issue.key)).findLast((key) => issue.allowed.includes(key));
    return above !== undefined && namesAnything.has(above) ? { ...issue, under: above } : issue;
  });
  return [...unknown, ...missing];
}

/** Tables with any keys. */
const namesAnything: ReadonlySet<string> = new Set(["symbols", "example"]);

type Issue = z.core.$ZodIssue;
type Keyed = Record<string, unknown>;

function issuesOf(schema: z.ZodType, value: unknown): Issue[] {
  return schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
}

/** For a value of the wrong type, Zod also reports its length: only the type is kept. */
function withoutConsequences(issues: readonly Issue[]): Issue[] {
  const mistyped = new Set(issues.flatMap(({ code, path }) => (code === "invalid_type" ? [JSON.stringify(path)] : [])));
  if (mistyped.size === 0) return [...issues];
  return issues.filter(({ code, path }) => code === "invalid_type" || !mistyped.has(JSON.stringify(path)));
}

function isUnknownKind(issue: Issue): boolean {
  return issue.code === "invalid_union" && "discriminator" in issue && issue.discriminator !== undefined;
}

/** The issue of an unknown key; renames the key in the value, or removes it. */
function repairKey(
  schema: z.ZodType,
  root: unknown,
  path: KeyPath,
  key: string,
  spelling: Map<string, KeyPath>,
): SchemaIssue {
  const parent = valueAt(root, path) as Keyed;
  const allowed = keysAt(schema, root, path);
  const meant = suggest(
    key,
    allowed.filter((name) => !Object.hasOwn(parent, name)),
  );
  if (meant !== undefined) {
    parent[meant] = parent[key];
    spelling.set(JSON.stringify([...path, meant]), [...path, key]);
  }
  delete parent[key];
  return { type: "unknown-key", path: [...path, key], key, meant, allowed };
}

/** The issue of an unknown kind; sets the kind in the value to the probable one: by spelling, or by the other keys. */
function repairKind(schema: z.ZodType, root: unknown): SchemaIssue {
  const values = root as Keyed;
  const written = values.kind;
  const choices = kindsOf(schema);
  const meant = typeof written === "string" ? suggest(written, choices) : undefined;
  const faults = (kind: string) => issuesOf(schema, { ...values, kind }).length;
  values.kind = meant ?? choices.reduce((best, kind) => (faults(kind) < faults(best) ? kind : best));
  const expectation: Expectation = { type: "choice", choices };
  return written === undefined
    ? { type: "missing-key", path: ["kind"], expectation }
    : { type: "unexpected-value", path: ["kind"], value: written, expectation, meant };
}

function kindsOf(schema: z.ZodType): string[] {
  const { def } = (schema as unknown as z.core.$ZodDiscriminatedUnion)._zod;
  return def.options.flatMap((option) => [...(option._zod.propValues?.kind ?? [])].map(String));
}

function describe(schema: z.ZodType, root: unknown, issue: Issue): SchemaIssue[] {
  const path = issue.path as KeyPath;
  const value = valueAt(root, path);
  if (issue.code === "invalid_union" && value !== undefined) {
    const branch = likelyBranch(issue);
    if (branch !== undefined) {
      return branch.flatMap((inner) => describe(schema, root, { ...inner, path: [...path, ...inner.path] } as Issue));
    }
  }
  const expectation = expectationOf(schemaAt(schema, root, path), issue);
  if (value === undefined) return [{ type: "missing-key", path, expectation }];
  return [{ type: "unexpected-value", path, value, expectation, meant: meantBy(value, expectation, issue) }];
}

function meantBy(value: unknown, { choices }: Expectation, issue: Issue): string | undefined {
  if (typeof value !== "string") return undefined;
  if (issue.code === "invalid_format" && "pattern" in issue && issue.pattern === idPattern) return idMeant(value);
  const words = choices ?? wordsIn(issue);
  return suggest(value, words) ?? suggestLanguage(value, words);
}

/** How Zod reports what is no id. */
const idPattern = Id.safeParse("").error?.issues.flatMap((issue) => ("pattern" in issue ? [issue.pattern] : []))[0];

/** The words that a value of several forms may be, such as `none`. */
function wordsIn(issue: Issue): string[] {
  if (issue.code !== "invalid_union") return [];
  return issue.errors.flat().flatMap((inner) => {
    return inner.code === "invalid_value" && inner.path.length === 0 ? inner.values.map(String) : [];
  });
}

/** The only branch of a union that matches at the top level and fails inside; undefined if there is not exactly one. */
function likelyBranch(issue: z.core.$ZodIssueInvalidUnion): Issue[] | undefined {
  const inner = issue.errors.filter((branch) => branch.every(({ path }) => path.length > 0));
  return inner.length === 1 ? (inner[0] as Issue[]) : undefined;
}

function expectationOf(schema: z.ZodType | undefined, issue: Issue): Expectation {
  const { description, examples } = schema?.meta() ?? {};
  const about = {
    ...(description === undefined ? {} : { description }),
    ...(Array.isArray(examples) && examples.length > 0 ? { example: examples[0] } : {}),
  };
  return { ...about, ...tableOf(schema), ...formOf(issue) };
}

/** The keys of a table, or of the tables in a list. */
function tableOf(schema: z.ZodType | undefined): Pick<Expectation, "keys" | "required"> {
  const shape = schema === undefined ? {} : shapeOfEntries(schema);
  const keys = Object.keys(shape);
  return keys.length === 0 ? {} : { keys, required: keys.filter((key) => isRequired(shape[key])) };
}

function isRequired(schema: z.core.$ZodType | undefined): boolean {
  return schema?._zod.optin !== "optional";
}

function formOf(issue: Issue): Expectation {
  // Zod's own messages begin like this; others come from the schema.
  if (!/^(?:Invalid|Too|Unrecognized|Not)\b/.test(issue.message)) return { type: "remedy", remedy: issue.message };
  switch (issue.code) {
    case "invalid_type":
      return { type: typeOf(issue.expected) };
    case "invalid_value":
      return { type: "choice", choices: issue.values.map(String) };
    case "too_small":
      return { type: "remedy", remedy: `write at least ${issue.minimum} ${unitOf(issue.origin, issue.minimum)}` };
    case "too_big":
      return { type: "remedy", remedy: `write at most ${issue.maximum} ${unitOf(issue.origin, issue.maximum)}` };
    case "invalid_union":
      return { type: "one of several forms" };
    default:
      // The schema's example says what to write.
      return { type: "one of several forms" };
  }
}

function unitOf(origin: string, count: number | bigint): string {
  if (origin === "string") return count === 1 ? "character" : "characters";
  return count === 1 ? "entry" : "entries";
}

function typeOf(expected: string): Expectation["type"] {
  switch (expected) {
    case "string":
      return "text";
    case "array":
    case "tuple":
      return "list";
    case "object":
    case "record":
      return "table";
    case "boolean":
      return "boolean";
    default:
      return "number";
  }
}

function valueAt(root: unknown, path: KeyPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Keyed)[step];
  }
  return value;
}

/** The path with misspelt keys as the file has them. */
function asWritten(path: KeyPath, spelling: ReadonlyMap<string, KeyPath>): KeyPath {
  for (let length = path.length; length > 0; length--) {
    const written = spelling.get(JSON.stringify(path.slice(0, length)));
    if (written !== undefined) return [...asWritten(written, new Map()), ...path.slice(length)];
  }
  return path;
}
