import { compareText, type Difficulty, type Importance, type Kind, type Place } from "@high-recall/core";
import type { KeyPath } from "./key-path.ts";
import type { At } from "./parsed-file.ts";

/** What the other files of a curriculum need to know about one: small, so that thousands fit in memory and in the cache. */
export interface FileFacts {
  /** `topic/name.md`: relative to the folder of topics. */
  readonly path: string;
  readonly topic: string;
  /** Undefined for a topic's page. */
  readonly item: ItemFacts | undefined;
  readonly references: readonly Reference[];
  /** Ids that a topic's page retires. */
  readonly retired: readonly string[];
  /** Whether faults of its own keep it from being known as an item or a page: it has references alone. */
  readonly isFaulty?: true;
  /** Whether it is an unfinished item, which is published nowhere. */
  readonly isDraft: boolean;
}

export interface ItemFacts {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  /** The title without case, punctuation and spacing, to compare titles. */
  readonly titleKey: string;
  readonly difficulty: Difficulty | undefined;
  readonly importance: Importance;
  /** The item whose panel it is printed in. */
  readonly partOf: string | undefined;
  readonly tags: readonly string[];
  readonly after: readonly string[];
  readonly formerly: readonly string[];
  /** Words of the title (twice), other wordings and lead, to find near duplicates. */
  readonly words: string;
  /** The sample of a code item; undefined if it is not run. */
  readonly sample: SampleFacts | undefined;
}

/** A code item as it is run. */
export interface SampleFacts {
  readonly language: string;
  readonly requires: readonly string[];
  readonly code: string;
  /** Exact standard output, without the last line break; undefined without a fence for it. */
  readonly output: string | undefined;
  /** Places of the two fences. */
  readonly codeAt: Place;
  readonly outputAt: Place | undefined;
}

/** A reference to an item. */
export interface Reference {
  readonly role: "after" | "related" | "part-of" | "step" | "link" | "use";
  /** The id that it names. */
  readonly to: string;
  /** The topic in a link's URL, and the URL as written. */
  readonly topic?: string;
  readonly url?: string;
  /** A place in the body, or the path of a value of the front matter. */
  readonly at: At | { readonly path: KeyPath };
}

/** All topics of a curriculum, as far as links between files need them. Paths are as messages show them. */
export interface LinkIndex {
  /** By path. */
  readonly files: readonly FileFacts[];
  /** The file of each id; of two with one id, the first by path. */
  readonly ids: ReadonlyMap<string, FileFacts>;
  /** Every file of each id: more than one is a fault, after which no reference to that id is judged. */
  readonly owners: ReadonlyMap<string, readonly FileFacts[]>;
  /** The first file that once had each id. */
  readonly former: ReadonlyMap<string, FileFacts>;
  /** The first topic's page that retires each id. */
  readonly retired: ReadonlyMap<string, FileFacts>;
  /** Ids of items that exist but have errors: references to them count as correct. */
  readonly faulty: ReadonlySet<string>;
  /** Ids of drafts, with or without errors. */
  readonly drafts: ReadonlySet<string>;
  /** Topics of the edition, in its order, and all existing topics. */
  readonly edition: { readonly path: string; readonly topics: readonly string[] };
  readonly topics: readonly string[];
  /** Released items that learners would lose. */
  readonly lost: readonly LostItem[];
  /** Ids of items whose sample has never run, or has changed since it ran. */
  readonly stale: ReadonlyMap<string, "never" | "changed">;
  /** Paths of the files that a user named, to check these alone. */
  readonly named: ReadonlySet<string>;
}

/** A released item that is missing from this curriculum without an entry under `retired`. */
export interface LostItem {
  /** Path of the file at fault, as messages show it; the register of releases if there is none. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Joins the facts of all files.
 * @param folder the folder of topics as messages show it, ending in `/` unless it is empty
 */
export function linkIndex(
  facts: readonly FileFacts[],
  {
    folder,
    drafts,
    named = new Set(),
    ...rest
  }: Pick<LinkIndex, "faulty" | "drafts" | "edition" | "topics" | "lost" | "stale"> &
    Partial<Pick<LinkIndex, "named">> & { readonly folder: string },
): LinkIndex {
  const files = facts
    .map((file) => ({ ...file, path: folder + file.path }))
    // Of a finished item and a draft that want the same name, the finished one has it.
    .sort((one, other) => Number(one.isDraft) - Number(other.isDraft) || compareText(one.path, other.path));
  const ids = new Map<string, FileFacts>();
  const owners = new Map<string, FileFacts[]>();
  const former = new Map<string, FileFacts>();
  const retired = new Map<string, FileFacts>();
  const claim = (map: Map<string, FileFacts>, name: string, file: FileFacts) => {
    if (!map.has(name)) map.set(name, file);
  };
  for (const file of files) {
    if (file.item) {
      claim(ids, file.item.id, file);
      const same = owners.get(file.item.id);
      if (same === undefined) owners.set(file.item.id, [file]);
      else same.push(file);
    }
    for (const name of file.item?.formerly ?? []) claim(former, name, file);
    for (const name of file.retired) claim(retired, name, file);
  }
  const unfinished = files.flatMap(({ item, isDraft }) => (isDraft && item !== undefined ? [item.id] : []));
  return { files, ids, owners, former, retired, named, drafts: new Set([...drafts, ...unfinished]), ...rest };
}
