import { FrontMatter, kinds, TopicFrontMatter } from "@high-recall/core";
import type { KeyPath, ParsedFrontMatter, Phrase, SchemaIssue } from "@high-recall/rules";
import type { Root } from "mdast";
import type * as z from "zod";
import type { ParserName } from "../parse/parse-markdown.ts";
import { readYamlFast } from "./fast-yaml.ts";
import { parsePhrase } from "./phrase.ts";
import { schemaIssues } from "./schema-issues.ts";
import { withWrittenValues } from "./written-values.ts";

/**
 * Reads the front matter of a file and checks it against its schema.
 * @param name the id that the file must have: its own name, or its folder's
 */
export async function readFrontMatter(
  root: Root,
  text: string,
  { isTopicPage, name }: { readonly isTopicPage: boolean; readonly name: string },
  parser: ParserName,
): Promise<ParsedFrontMatter> {
  const extent = yamlExtent(root, text);
  if (typeof extent === "string") return { ...nothing, state: extent };
  const { value, faults, unread } = await readYaml(text, ...extent);
  if (value === undefined && faults.length > 0) return { ...nothing, state: "unreadable", yamlFaults: faults };
  const values = isRecord(value) ? value : {};
  const schema: z.ZodType = isTopicPage ? TopicFrontMatter : FrontMatter;
  const parsed = schema.safeParse(value ?? {});
  const issues = parsed.success
    ? []
    : schemaIssues(schema, value ?? {})
        .filter((issue) => !isReportedId(issue, name, isTopicPage) && !isUnread(issue, unread))
        .map((issue) => withDecimalComma(issue, text.slice(...extent)));
  return {
    state: faults.length > 0 ? "unreadable" : "read",
    yamlFaults: faults,
    unread,
    kind: isTopicPage ? undefined : kinds.find((known) => known === values.kind),
    values,
    issues: await withWrittenValues(issues, text, extent),
    item: isTopicPage || faults.length > 0 ? undefined : (parsed.data as FrontMatter | undefined),
    topic: isTopicPage && faults.length === 0 ? (parsed.data as TopicFrontMatter | undefined) : undefined,
    phrases: parsePhrases(values, parser),
  };
}

/** Offsets of the YAML in a file, without the `---` around it, or what is wrong with those lines. */
export function yamlExtent(root: Root, text: string): readonly [start: number, end: number] | "absent" | "unclosed" {
  const [first] = root.children;
  if (first?.type !== "yaml") return /^\ufeff?---[ \t]*(?=\r?\n|$)/.test(text) ? "unclosed" : "absent";
  const start = text.indexOf("\n", first.position?.start.offset) + 1;
  const end = text.lastIndexOf("\n", (first.position?.end.offset ?? 0) - 1) + 1;
  return [start, Math.max(start, end)];
}

const nothing: ParsedFrontMatter = {
  state: "absent",
  yamlFaults: [],
  unread: [],
  kind: undefined,
  values: {},
  issues: [],
  item: undefined,
  topic: undefined,
  phrases: new Map(),
};

/**
 * Whether another rule reports a wrong id: `id-matches-file` where it differs from the file's name, `file-name`
 * where it is the same.
 */
function isReportedId({ type, path, ...issue }: SchemaIssue, name: string, isTopicPage: boolean): boolean {
  const isId = type === "unexpected-value" && path.length === 1 && path[0] === "id";
  return isId && "value" in issue && typeof issue.value === "string" && !(isTopicPage && issue.value === name);
}

/** Whether an issue follows from a key that cannot be read. Which keys there may be depends on `kind`. */
function isUnread({ type, path: [key] }: SchemaIssue, unread: readonly string[]): boolean {
  if (unread.includes("kind")) return true;
  return type === "missing-key" && (unread.includes(String(key)) || (key === "reason" && unread.length > 0));
}

/** In braces a decimal comma begins another key: `{a: 0,5}` is `a: 0` and an empty `5`. The fault is the value before it. */
function withDecimalComma(issue: SchemaIssue, yaml: string): SchemaIssue {
  const { path } = issue;
  const digits = String(path.at(-1));
  if (issue.type !== "unexpected-value" || issue.value !== null || !/^\d{1,20}$/.test(digits)) return issue;
  const pair = /([^\s{}[\],:][^{}[\],:\n]{0,80}):[ ]{0,9}([+-]?\d{1,20}),(\d{1,20})(?=[ ]{0,9}[,}])/g;
  const found = [...yaml.matchAll(pair)].find(([, , , decimals]) => decimals === digits);
  if (found === undefined) return issue;
  const [, key = "", whole] = found;
  const remedy = `write \`${whole}.${digits}\`, with a decimal point`;
  const value = `${whole},${digits}`;
  const owner = key.replace(/^(['"])(.*)\1$/, "$2");
  return { ...issue, path: [...path.slice(0, -1), owner], value, expectation: { type: "remedy", remedy } };
}

type YamlResult = Pick<ParsedFrontMatter, "unread"> & {
  readonly value: unknown;
  readonly faults: ParsedFrontMatter["yamlFaults"];
};

async function readYaml(text: string, start: number, end: number): Promise<YamlResult> {
  // What follows the dots is no longer front matter for some parsers: it is unknown which keys there are.
  if (endsWithDots(text, end)) return { ...(await readSlowly(text, start, end + 3)), value: undefined };
  const value = readYamlFast(text.slice(start, end));
  if (value !== undefined) return { value, faults: [], unread: [] };
  return readSlowly(text, start, end);
}

async function readSlowly(text: string, start: number, end: number): Promise<YamlResult> {
  const { readPlacedYaml } = await import("./placed-yaml.ts");
  const { yaml, faults, unread } = readPlacedYaml(text, start, end);
  return { value: yaml?.value, faults, unread };
}

/** Whether `...` ends the YAML: some parsers end front matter there, as YAML itself does; others read on. */
function endsWithDots(text: string, end: number): boolean {
  const dots = /\.\.\.[ \t]*(?=\r?\n|$)/y;
  dots.lastIndex = end;
  return dots.test(text);
}

/** Parses every value that is inline Markdown, even if other values have faults. */
function parsePhrases(values: Readonly<Record<string, unknown>>, parser: ParserName): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  const read = (value: unknown, ...path: KeyPath) => {
    if (typeof value === "string") phrases.set(JSON.stringify(path), parsePhrase(value, path, parser));
  };
  for (const key of ["title", "name", "summary", "short"]) read(values[key], key);
  for (const key of ["points", "asked", "aliases"]) {
    for (const [index, value] of entries(values[key]).entries()) read(value, key, index);
  }
  if (isRecord(values.symbols)) {
    for (const [tex, meaning] of Object.entries(values.symbols)) read(meaning, "symbols", tex);
  }
  for (const [index, step] of entries(values.steps).entries()) {
    if (!isRecord(step)) continue;
    read(step.title, "steps", index, "title");
    read(step.note, "steps", index, "note");
  }
  for (const [index, entry] of entries(values.retired).entries()) {
    if (isRecord(entry)) read(entry.reason, "retired", index, "reason");
  }
  return phrases;
}

function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
