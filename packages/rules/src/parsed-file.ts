import type { FrontMatter, Kind, Lines, Place, TopicFrontMatter } from "@high-recall/core";
import type { Code, Definition, Nodes, Root, RootContent } from "mdast";
import type { KeyPath } from "./key-path.ts";
import type { SchemaIssue } from "./schema-issue.ts";

/**
 * A key or value of the front matter. Placed only when a message needs it: most files have no fault, and places in YAML
 * take longer than all other checks. A missing key or value is placed on its parent.
 */
export interface KeyReference {
  readonly path: KeyPath;
  readonly part: "key" | "value";
  /** UTF-16 offsets in the text of the key or value; absent for all of it. */
  readonly range?: readonly [start: number, end: number];
}

/** Where a fault is: a place in the file, or a key or value of the front matter. */
export type At = Place | KeyReference;

/** The key at the path; if it is missing, its parent. */
export function keyAt(...path: KeyPath): KeyReference {
  return { path, part: "key" };
}

/** The value at the path; if it is missing, its parent. */
export function valueAt(...path: KeyPath): KeyReference {
  return { path, part: "value" };
}

/** A Markdown text that was parsed: the body of a file, or a value of its front matter. */
export interface Fragment {
  /** A body may have any markup, a phrase (a title, a meaning) only text, emphasis, code and formulas. */
  readonly holds: "body" | "phrase";
  readonly root: Nodes;
  /** The Markdown that was parsed; positions of nodes are offsets into it. */
  readonly text: string;
  /** Its nodes in the order of the text, a parent before its children. */
  readonly nodes: readonly PlacedNode[];
  /** Turns offsets of `text` into where they are in the file. */
  at(start: number, end: number): At;
}

/** A value of the front matter that is inline Markdown. */
export interface Phrase extends Fragment {
  readonly holds: "phrase";
  /** The value itself; `text` is what was passed to the parser. */
  readonly value: string;
}

/** A node and its parent. */
export interface PlacedNode {
  readonly node: Nodes;
  readonly parent: Nodes | undefined;
  /** Number of lists, quotations, emphases and links around it, itself included. */
  readonly depth: number;
}

/** Front matter as written and as checked. */
export interface ParsedFrontMatter {
  /** `absent`: the file does not begin with `---`. `unclosed`: no second `---`. `unreadable`: some of it is not YAML that is allowed. */
  readonly state: "absent" | "unclosed" | "unreadable" | "read";
  /** Why it is unreadable. */
  readonly yamlFaults: readonly YamlFault[];
  /** Keys whose values cannot be read for that; `values` lacks them. */
  readonly unread: readonly string[];
  /** Its kind, if that is known; undefined for a topic's README.md. */
  readonly kind: Kind | undefined;
  /** The values as written, before defaults, as far as the YAML can be read. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Violations of the schema. */
  readonly issues: readonly SchemaIssue[];
  /** The values with defaults, if all are valid; undefined for a topic's README.md. */
  readonly item: FrontMatter | undefined;
  /** The same for a topic's README.md. */
  readonly topic: TopicFrontMatter | undefined;
  /** The values that are inline Markdown, by their path as JSON. */
  readonly phrases: ReadonlyMap<string, Phrase>;
}

/** Exact text of the file, and texts that may replace it, the likeliest first. */
export interface Replacement {
  readonly actual: string;
  readonly by: readonly string[];
}

/** Something in the YAML of front matter that cannot be read or is not allowed. Offsets are those of the file. */
export interface YamlFault {
  readonly rule:
    | "yaml-syntax"
    | "yaml-duplicate-key"
    | "yaml-alias"
    | "yaml-comment"
    | "nesting"
    | "invisible-character";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What should be there instead, when only one text is right. */
  readonly by?: string;
}

/** From a `##` heading to the next. */
export interface SectionNodes {
  readonly heading: Extract<RootContent, { type: "heading" }>;
  /** The heading's text. */
  readonly title: string;
  /** `title` in kebab-case; empty without letters and digits. */
  readonly name: string;
  readonly blocks: readonly RootContent[];
}

/** A Markdown file, parsed: what rules look at and lowering turns into an item. */
export interface ParsedFile {
  /** As messages show it: relative to the working folder, with `/`. */
  readonly path: string;
  /** File name without `.md`. */
  readonly stem: string;
  /** Id of the topic, which is its folder's name. */
  readonly topic: string;
  /** Whether this is the topic's README.md. */
  readonly isTopicPage: boolean;
  /** Paths of the topic's figures, such as `figures/roc.svg`. */
  readonly figures: ReadonlySet<string>;
  /** Other items of the topic: id -> path. */
  readonly siblings: ReadonlyMap<string, string>;
  readonly text: string;
  readonly lines: Lines;
  readonly root: Root;
  readonly body: Fragment;
  readonly front: ParsedFrontMatter;
  /** Everything before the first `##`, without what draws nothing (front matter, definitions). */
  readonly lead: readonly RootContent[];
  readonly sections: readonly SectionNodes[];
  /** Targets of reference links, by identifier; the first of several counts. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Syntax errors of the code in fences, one each; empty when no rule asks for them. */
  readonly codeFaults: ReadonlyMap<Code, CodeFault>;
}

/** A syntax error in a piece of code: offsets in it, in UTF-16 units, and the parser's words. */
export interface CodeFault {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
