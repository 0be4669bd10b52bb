import {
  type Block,
  type FormulaSymbol,
  type FrontMatter,
  type Item,
  type Phrase,
  plainText,
  quote,
  type Section,
  unreachable,
} from "@high-recall/core";
import type { Definition, Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import { lowerBlocks } from "./blocks.ts";
import { type Ground, type ItemLink, placeNode } from "./ground.ts";
import type { Highlight } from "./highlight.ts";
import { lowerInlines } from "./inlines.ts";
import type { ReadMatter } from "./matter.ts";
import { placeAt } from "./place.ts";
import { hasError, reportOnce } from "./report.ts";
import { walk } from "./walk.ts";

/** What surrounds a file that is lowered. */
export interface Surroundings {
  /** Id of the topic. */
  readonly topic: string;
  /** Paths of its figures. */
  readonly figures: ReadonlySet<string>;
  readonly highlight: Highlight;
  /** Hears of each link to an item. */
  onLink(link: ItemLink): void;
}

/** The tree of an item to the IR; undefined when the file has an error, and every fault of the body is a message. */
export function lower(root: Root, file: VFile, matter: ReadMatter, around: Surroundings): Item | undefined {
  const ground = groundOf(root, file, around);
  const { lead, sections } = lowerSections(root, ground);
  const formula = lead.find((block) => block.type === "math");
  if (matter.kind === "formula" && formula === undefined) {
    const reason = "Unexpected formula item without a formula, expected its first `$$` block before the first `##`";
    reportOnce(file, "formula-lead", reason, matter.place(["kind"]));
  }
  const { front } = matter;
  const title = matter.phrase(["title"]);
  if (hasError(file) || front === undefined || title === undefined) return undefined;
  const { id, tags, after, related, sources, verified, formerly } = front;
  const path = `${around.topic}/${id}.md`;
  const common = {
    ...{ id, topic: around.topic, path, title, tags, after, related, sources },
    ...defined({ verified }),
    ...{ formerly, lead, sections },
  };
  return itemOf(front, common, formula?.value ?? "", matter);
}

/** A topic's introduction, from its README. */
export function lowerIntroduction(root: Root, file: VFile, around: Surroundings): Block[] {
  return lowerBlocks(root.children, groundOf(root, file, around), root);
}

function groundOf(root: Root, file: VFile, around: Surroundings): Ground {
  const definitions = new Map<string, Definition>();
  walk(root, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return {
    file,
    text: String(file),
    place: (start, end) => placeAt(file, start, end),
    holds: "body",
    definitions,
    topic: around.topic,
    figures: around.figures,
    highlight: around.highlight,
    isTable: false,
    isMark: false,
    onLink: (link) => around.onLink(link),
  };
}

/** Cuts a body at its `##` headings. */
function lowerSections(root: Root, ground: Ground): { lead: Block[]; sections: Section[] } {
  const cuts = root.children.flatMap((node, index) => (node.type === "heading" && node.depth === 2 ? [index] : []));
  const part = (from: number, to?: number): RootContent[] => root.children.slice(from, to);
  const names = new Set<string>();
  const sections = cuts.map((cut, index): Section => {
    const [heading, ...nodes] = part(cut, cuts[index + 1]);
    if (heading?.type !== "heading") throw new Error("A cut is at a heading");
    const children = lowerInlines(heading.children, ground, heading);
    const text = plainText(children);
    const name = kebabCase(text);
    if (name === "" || names.has(name)) {
      const what = name === "" ? "heading without words" : `second section ${quote(text)}`;
      reportOnce(
        ground.file,
        "section-name",
        `Unexpected ${what}, expected a name of its own for each section`,
        placeNode(heading, ground),
      );
    }
    names.add(name);
    return { name, heading: { text, children }, blocks: lowerBlocks(nodes, ground, root) };
  });
  return { lead: lowerBlocks(part(0, cuts[0]), ground, root), sections };
}

function kebabCase(text: string): string {
  const words = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/['’]/g, "");
  return words.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

type Common = Pick<
  Item,
  | "id"
  | "topic"
  | "path"
  | "title"
  | "tags"
  | "after"
  | "related"
  | "sources"
  | "verified"
  | "formerly"
  | "lead"
  | "sections"
>;

function itemOf(front: FrontMatter, common: Common, tex: string, matter: ReadMatter): Item {
  const phrase = (...path: (string | number)[]): Phrase => {
    const found = matter.phrase(path);
    if (found === undefined) throw new Error(`No phrase at ${path.join(".")}`);
    return found;
  };
  switch (front.kind) {
    case "question": {
      const { kind, difficulty, style } = front;
      return { kind, ...common, difficulty, style, asked: front.asked.map((_, index) => phrase("asked", index)) };
    }
    case "formula": {
      const { kind, difficulty, example, reason } = front;
      const symbols = Object.keys(front.symbols).map(
        (name): FormulaSymbol => ({ tex: name, meaning: phrase("symbols", name) }),
      );
      const examples = example === undefined || example === "none" ? [] : [example].flat();
      return { kind, ...common, difficulty, tex, symbols, examples, ...defined({ reason }) };
    }
    case "code": {
      const { kind, difficulty, language, requires, reason } = front;
      return { kind, ...common, difficulty, language, requires, run: front.run !== false, ...defined({ reason }) };
    }
    case "term": {
      const { kind, difficulty, category, api } = front;
      const aliases = front.aliases.map((_, index) => phrase("aliases", index));
      return { kind, ...common, ...defined({ difficulty }), aliases, category, api };
    }
    case "pitfall":
    case "guide": {
      const { kind, difficulty } = front;
      return { kind, ...common, ...defined({ difficulty }) };
    }
    case "path": {
      const { kind, difficulty } = front;
      const steps = front.steps.map(({ items, note }, index) => ({
        title: phrase("steps", index, "title"),
        items,
        ...(note === undefined ? {} : { note: phrase("steps", index, "note") }),
      }));
      return { kind, ...common, ...defined({ difficulty }), steps };
    }
    default:
      return unreachable(front);
  }
}

/** The entries that are set: the IR leaves out what is absent. */
function defined<T extends object>(entries: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as never;
}
