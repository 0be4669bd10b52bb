import {
  type Curriculum,
  compareText,
  type Edition,
  type Inline,
  type Item,
  quote,
  suggest,
  unreachable,
} from "@high-recall/core";
import type { Position } from "unist";
import { nearDuplicates } from "./near-duplicates.ts";
import type { Declaration, ObjectFile, Reference } from "./object-file.ts";
import { findCycles, inStudyOrder } from "./order.ts";
import { wholeFile } from "./place.ts";
import { type Rule, ruleUrl } from "./rules.ts";
import { wordsOf } from "./terms.ts";

/** What is wrong between files. */
export interface LinkMessage {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly position: Position;
  readonly reason: string;
  readonly rule: Rule;
  readonly severity: "error" | "warning";
  readonly url: string;
  /** For a fault of the edition: the entry at fault, such as `["topics", 2]`. */
  readonly key?: readonly (string | number)[];
}

export interface Linked {
  /** Undefined when there is an error. */
  readonly curriculum: Curriculum | undefined;
  /** By file, then by place. */
  readonly messages: readonly LinkMessage[];
}

/** How files are called in messages. */
export interface LinkOptions {
  /** The folder of topics, relative to the working directory, such as `content`. */
  readonly folder?: string;
  /** The edition's file, relative to the working directory. */
  readonly editionFile?: string;
  /** Ids of items that are there but have errors: references to them are taken as good. */
  readonly known?: ReadonlySet<string>;
}

/**
 * Joins compiled topics to a curriculum: ids and titles are unique, references lead to items, nothing needs itself.
 * All given topics are checked; the curriculum holds those of the edition, in its order.
 */
export function link(objects: readonly ObjectFile[], edition: Edition, options: LinkOptions = {}): Linked {
  const folder = options.folder === undefined || options.folder === "" ? "" : `${options.folder.replace(/\/+$/, "")}/`;
  const written = readWritten(objects, folder);
  const messages = [
    ...checkEdition(objects, edition, options.editionFile ?? "edition.yaml"),
    ...checkIds(written),
    ...checkRetired(written),
    ...checkTitles(written, objects),
    ...checkReferences(written, options.known ?? new Set()),
    ...checkCycles(written, objects),
    ...checkNearDuplicates(written, objects),
  ].sort(compareMessages);
  const isWhole = messages.every(({ severity }) => severity !== "error");
  return { curriculum: isWhole ? join(objects, edition) : undefined, messages };
}

interface Written {
  /** By file, then by place. */
  readonly declarations: readonly Placed<Declaration>[];
  readonly references: readonly Placed<Reference>[];
  /** The first declaration of each id. */
  readonly ids: ReadonlyMap<string, Placed<Declaration>>;
  /** The first item that once had each id. */
  readonly former: ReadonlyMap<string, Placed<Declaration>>;
  /** The first topic that retired each id. */
  readonly retired: ReadonlyMap<string, Placed<Declaration>>;
}
type Placed<T> = T & { readonly file: string; readonly inTopic: string };

function readWritten(objects: readonly ObjectFile[], folder: string): Written {
  const place = <T extends { item?: string | undefined }>(topic: string, thing: T): Placed<T> => ({
    ...thing,
    inTopic: topic,
    file: `${folder}${topic}/${thing.item ?? "README"}.md`,
  });
  const declarations = objects
    .flatMap(({ topic, declarations }) => declarations.map((declaration) => place(topic.id, declaration)))
    .sort(comparePlaced);
  const references = objects
    .flatMap(({ topic, references }) => references.map((reference) => place(topic.id, reference)))
    .sort(comparePlaced);
  const firstOf = (role: Declaration["role"]) =>
    new Map(
      declarations
        .filter((declaration) => declaration.role === role)
        .map((one) => [one.name, one] as const)
        .reverse(),
    );
  return { declarations, references, ids: firstOf("id"), former: firstOf("formerly"), retired: firstOf("retired") };
}

function error(rule: Rule, at: { readonly file: string; readonly position: Position }, reason: string): LinkMessage {
  return { file: at.file, position: at.position, reason, rule, severity: "error", url: ruleUrl(rule) };
}

function checkEdition(objects: readonly ObjectFile[], edition: Edition, file: string): LinkMessage[] {
  const known = objects.map(({ topic }) => topic.id).sort(compareText);
  return edition.topics.flatMap((topic, index): LinkMessage[] => {
    const isAgain = edition.topics.indexOf(topic) < index;
    if (known.includes(topic) && !isAgain) return [];
    const meant = suggest(topic, known);
    const expected = isAgain
      ? "each topic once"
      : meant === undefined
        ? "the name of a folder of topics"
        : quote(meant);
    const message = error(
      "edition-topic",
      { file, position: wholeFile },
      `Unexpected topic ${quote(topic)}, expected ${expected}`,
    );
    return [{ ...message, key: ["topics", index] }];
  });
}

function checkIds({ declarations, ids, former }: Written): LinkMessage[] {
  return declarations.flatMap((one): LinkMessage[] => {
    const living = ids.get(one.name);
    if (one.role === "id" && living !== undefined && living !== one) {
      const reason = `Unexpected id ${quote(one.name)}, already used by ${quote(living.file)}, expected an id of its own: rename the file and its id`;
      return [error("unique-id", one, reason)];
    }
    if (one.role !== "formerly") return [];
    if (living !== undefined) {
      return [
        error(
          "formerly-free",
          one,
          `Unexpected former id ${quote(one.name)}, the id of ${quote(living.file)}, expected an id that no item has`,
        ),
      ];
    }
    const first = former.get(one.name);
    if (first === undefined || first === one) return [];
    return [
      error(
        "formerly-free",
        one,
        `Unexpected former id ${quote(one.name)}, already claimed by ${quote(first.file)}, expected one item for each former id`,
      ),
    ];
  });
}

function checkRetired({ declarations, ids, former, retired }: Written): LinkMessage[] {
  return declarations.flatMap((one): LinkMessage[] => {
    if (one.role !== "retired") return [];
    const found = `Unexpected retired id ${quote(one.name)}`;
    const living = ids.get(one.name);
    if (living !== undefined) {
      return [error("retired-gone", one, `${found}, the id of ${quote(living.file)}, expected an id that no item has`)];
    }
    const renamed = former.get(one.name);
    if (renamed !== undefined) {
      const reason = `${found}, the former id of ${quote(renamed.file)}, expected an item that is gone, not renamed`;
      return [error("retired-gone", one, reason)];
    }
    const first = retired.get(one.name);
    if (first === undefined || first === one) return [];
    return [error("retired-gone", one, `${found}, already retired in ${quote(first.file)}, expected each id once`)];
  });
}

function checkTitles({ declarations }: Written, objects: readonly ObjectFile[]): LinkMessage[] {
  const items = new Map(objects.flatMap(({ topic }) => topic.items.map((item) => [item.path, item] as const)));
  const seen = new Map<string, Placed<Declaration>>();
  return declarations.flatMap((one): LinkMessage[] => {
    const item = items.get(`${one.inTopic}/${one.item}.md`);
    if (one.role !== "title" || item === undefined) return [];
    const key = `${item.kind} ${sameTitle(item.title.children)}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, one);
      return [];
    }
    return [
      error(
        "unique-title",
        one,
        `Unexpected title ${quote(one.name)}, already used by ${quote(first.file)}, expected a title of its own`,
      ),
    ];
  });
}

/** A title without what does not tell titles apart: case, punctuation and spacing. A formula keeps all but its spaces. */
function sameTitle(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "inlineMath") return `$${inline.value.replace(/\s/g, "")}$`;
      if ("children" in inline) return sameTitle(inline.children);
      if (inline.type === "break") return "";
      return inline.value
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[\p{P}\p{Z}\s]/gu, "");
    })
    .join("");
}

function checkReferences({ references, ids, former }: Written, known: ReadonlySet<string>): LinkMessage[] {
  return references.flatMap((one): LinkMessage[] => {
    const target = ids.get(one.to);
    if (target === undefined && known.has(one.to)) return [];
    if (target === undefined) {
      const renamed = former.get(one.to);
      const meant = renamed?.item ?? suggest(one.to, [...ids.keys()].sort(compareText));
      const expected = meant === undefined ? "the id of an item" : pathTo(meant, one, ids);
      const why = renamed === undefined ? "which no item has" : "which was renamed";
      return [error("reference-exists", one, `Unexpected ${phraseOf(one)}, ${why}, expected ${expected}`)];
    }
    if (one.to === one.item && one.role !== "after") {
      return [error("reference-exists", one, `Unexpected ${phraseOf(one)}, the item itself, expected another item`)];
    }
    if (one.topic !== undefined && one.topic !== target.inTopic) {
      const reason = `Unexpected ${phraseOf(one)}, expected ${pathTo(one.to, one, ids)}: the item is in another topic`;
      return [error("reference-exists", one, reason)];
    }
    return [];
  });
}

/** A reference as the author wrote it. */
function phraseOf({ role, to, topic }: Reference): string {
  switch (role) {
    case "after":
    case "related":
      return `${quote(to)} in \`${role}\``;
    case "use":
      return `${quote(to)} in \`use\``;
    case "step":
      return `${quote(to)} in a step`;
    case "link":
      return `link to ${quote(`../${topic}/${to}.md`)}`;
    default:
      return unreachable(role);
  }
}

/** An id as the reference should write it. */
function pathTo(id: string, from: Placed<Reference>, ids: Written["ids"]): string {
  if (from.role !== "link") return quote(id);
  const topic = ids.get(id)?.inTopic;
  return quote(topic === from.inTopic ? `./${id}.md` : `../${topic}/${id}.md`);
}

/** Warns of items that read alike, unless one refers to the other: then their author knows of both. */
function checkNearDuplicates({ declarations, references }: Written, objects: readonly ObjectFile[]): LinkMessage[] {
  const titles = new Map(declarations.filter(({ role }) => role === "title").map((one) => [one.item, one] as const));
  const refers = new Set(references.map(({ item, to }) => `${item} ${to}`));
  const items = objects
    .flatMap(({ topic }) => topic.items)
    .sort((a, b) => compareText(a.path, b.path))
    .map((item) => ({ id: item.id, words: wordsOf(item) }));
  return nearDuplicates(items).flatMap(({ one, other }): LinkMessage[] => {
    const place = titles.get(other.id);
    const first = titles.get(one.id);
    if (place === undefined || first === undefined) return [];
    if (refers.has(`${one.id} ${other.id}`) || refers.has(`${other.id} ${one.id}`)) return [];
    const reason = `Unexpected likeness to ${quote(first.file)}, expected each item to ask something of its own: merge them, or tell them apart and name one in \`related\` of the other`;
    return [{ ...error("near-duplicate", place, reason), severity: "warning" }];
  });
}

function checkCycles({ references }: Written, objects: readonly ObjectFile[]): LinkMessage[] {
  return findCycles(objects.flatMap(({ topic }) => topic.items)).flatMap((cycle): LinkMessage[] => {
    const next = cycle[1] ?? cycle[0];
    const at = references.find(({ role, item, to }) => role === "after" && item === cycle[0] && to === next);
    if (at === undefined) return [];
    const around = [...cycle, cycle[0]].map(quote).join(" after ");
    return [
      error("after-cycle", at, `Unexpected cycle: ${around}, expected no item to need itself: remove one \`after\``),
    ];
  });
}

function join(objects: readonly ObjectFile[], edition: Edition): Curriculum {
  const { topics: chosen, rules: _rules, products: _products, ...imprint } = edition;
  const byId = new Map(objects.map(({ topic }) => [topic.id, topic]));
  const topics = chosen.flatMap((id) => byId.get(id) ?? []);
  const items = topics.flatMap((topic) => topic.items);
  const ordered = inStudyOrder(items, chosen, (item: Item) => item.topic);
  return {
    edition: imprint,
    topics: topics.map((topic) => ({ ...topic, items: ordered.filter((item) => item.topic === topic.id) })),
    order: ordered.map(({ id }) => id),
  };
}

function comparePlaced(one: { file: string; position: Position }, other: { file: string; position: Position }): number {
  return (
    compareText(one.file, other.file) ||
    one.position.start.line - other.position.start.line ||
    one.position.start.column - other.position.start.column
  );
}

function compareMessages(one: LinkMessage, other: LinkMessage): number {
  return comparePlaced(one, other) || compareText(one.rule, other.rule) || compareText(one.reason, other.reason);
}
