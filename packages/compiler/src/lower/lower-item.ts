import {
  type Block,
  type FormulaSymbol,
  type FrontMatter,
  type Item,
  type Phrase,
  plainText,
  type RetiredItem,
  type Section,
  type Topic,
  unreachable,
} from "@high-recall/core";
import { type Fragment, keyLinesOf, type ParsedFile, solutionIn } from "@high-recall/rules";
import type { Highlight } from "./highlight.ts";
import { lowerBlocks } from "./lower-blocks.ts";
import type { LowerContext } from "./lower-context.ts";
import { lowerInlines } from "./lower-inlines.ts";

/** Converts an item that has passed the rules. @throws {Error} for anything that the rules should have refused */
export function lowerItem(file: ParsedFile, highlight: Highlight): Item {
  const front = file.front.item;
  if (front === undefined) throw new Error(`${file.path} has no front matter that could be lowered`);
  const context = contextOf(file, file.body, highlight);
  const phrase = phrasesOf(file, context);
  const lead = lowerBlocks(file.lead, context);
  const solution = solutionIn(file.lead);
  const sections = file.sections.map(({ name, heading, blocks }): Section => {
    const children = lowerInlines(heading.children, context);
    return { name, heading: { text: plainText(children), children }, blocks: lowerBlocks(blocks, context) };
  });
  const { id, importance, tags, after, related, sources, verified, formerly } = front;
  const common = {
    ...{
      id,
      topic: file.topic,
      path: `${file.topic}/${id}.md`,
      title: phrase("title"),
      ...(front.name === undefined ? {} : { name: phrase("name") }),
    },
    ...{ importance, tags, after, related, sources },
    ...defined({ verified }),
    ...{ formerly, lead, sections },
  };
  return itemOf(front, common, phrase, solution === undefined ? [] : (keyLinesOf(solution.meta) ?? []));
}

/** Converts a topic's page that has passed the rules. @throws {Error} for anything that the rules should have refused */
export function lowerPage(
  file: ParsedFile,
  highlight: Highlight,
): Pick<Topic, "title" | "name" | "summary" | "introduction" | "retired"> {
  const front = file.front.topic;
  if (front === undefined) throw new Error(`${file.path} has no front matter that could be lowered`);
  const context = contextOf(file, file.body, highlight);
  const phrase = phrasesOf(file, context);
  const retired = front.retired.map(({ id, use }, index): RetiredItem => {
    const reason = phrase("retired", index, "reason");
    return { id, reason, ...defined({ use }) };
  });
  return {
    title: phrase("title"),
    ...(front.name === undefined ? {} : { name: phrase("name") }),
    summary: phrase("summary"),
    introduction: lowerBlocks(file.root.children, context),
    ...(retired.length === 0 ? {} : { retired }),
  };
}

function contextOf(file: ParsedFile, fragment: Fragment, highlight: Highlight): LowerContext {
  return { fragment, definitions: file.definitions, topic: file.topic, highlight, isInMark: false };
}

type PhraseAt = (...path: (string | number)[]) => Phrase;

function phrasesOf(file: ParsedFile, context: LowerContext): PhraseAt {
  return (...path) => {
    const fragment = file.front.phrases.get(JSON.stringify(path));
    if (fragment === undefined || fragment.root.type !== "heading") throw new Error(`No phrase at ${path.join(".")}`);
    const children = lowerInlines(fragment.root.children, { ...context, fragment });
    return { text: plainText(children), children };
  };
}

type Common = Pick<
  Item,
  | "id"
  | "topic"
  | "path"
  | "title"
  | "name"
  | "importance"
  | "tags"
  | "after"
  | "related"
  | "sources"
  | "verified"
  | "formerly"
  | "lead"
  | "sections"
>;

function itemOf(front: FrontMatter, common: Common, phrase: PhraseAt, keyLines: number[]): Item {
  switch (front.kind) {
    case "question": {
      const { kind, difficulty, style } = front;
      const points = front.points.map((_, index) => phrase("points", index));
      const asked = front.asked.map((_, index) => phrase("asked", index));
      return { kind, ...common, short: phrase("short"), points, difficulty, style, asked };
    }
    case "formula": {
      const { kind, difficulty, example, reason, "part-of": partOf } = front;
      const symbols = Object.keys(front.symbols).map(
        (name): FormulaSymbol => ({ tex: name, meaning: phrase("symbols", name) }),
      );
      const examples = example === undefined || example === "none" ? [] : [example].flat();
      const tex = formulaIn(common.lead);
      return {
        ...{ kind, ...common, short: phrase("short"), ...defined({ partOf }), difficulty },
        ...{ tex, symbols, examples, ...defined({ reason }) },
      };
    }
    case "code": {
      const { kind, difficulty, language, requires, reason, "part-of": partOf } = front;
      return {
        ...{ kind, ...common, short: phrase("short"), ...defined({ partOf }), difficulty, language, keyLines },
        ...{ requires, run: front.run !== false, ...defined({ reason }) },
      };
    }
    case "term": {
      const { kind, difficulty, category, api, "part-of": partOf } = front;
      const aliases = front.aliases.map((_, index) => phrase("aliases", index));
      return { kind, ...common, short: phrase("short"), ...defined({ partOf, difficulty }), aliases, category, api };
    }
    case "pitfall": {
      const { kind, difficulty, "part-of": partOf } = front;
      return { kind, ...common, short: phrase("short"), ...defined({ partOf, difficulty }) };
    }
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

function formulaIn(lead: readonly Block[]): string {
  const formula = lead.find((block) => block.type === "math");
  if (formula === undefined) throw new Error("A formula item without a formula: the rules should have refused it");
  return formula.value;
}

/** The entries that are set: the intermediate representation leaves out what is absent. */
function defined<T extends object>(entries: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as never;
}
