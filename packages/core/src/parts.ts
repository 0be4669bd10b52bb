import type { CodeItem, Curriculum, Figure, FormulaItem, Item, Section, Topic } from "./curriculum.ts";
import type { SectionName } from "./kinds.ts";
import type { Block, Code, Inline, Phrase } from "./mdast.ts";

/** Text of inlines without markup; a formula is its TeX, a line break a space. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join("");
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "inlineCode":
    case "inlineMath":
      return inline.value;
    case "break":
      return " ";
    case "emphasis":
    case "strong":
    case "delete":
    case "mark":
    case "link":
      return plainText(inline.children);
    default:
      return unreachable(inline);
  }
}

/** Marks the branch that a closed union never reaches; does not compile when a member is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}: a case is missing`);
}

/** The section with this name; undefined when the item has none. */
export function sectionOf<I extends Item>(item: I, name: SectionName<I["kind"]>): Section | undefined {
  return item.sections.find((section) => section.name === name);
}

/** What a panel, the index and the glossary call the item. */
export function nameOf(item: Item): Phrase {
  return item.name ?? item.title;
}

/** Numbers of the items, such as `4.12`: the topic's place in the edition and the item's place in its topic. */
export function itemNumbers({ topics }: Pick<Curriculum, "topics">): ReadonlyMap<string, string> {
  return new Map(
    topics.flatMap(({ items }, topic) =>
      items.map(({ id }, index): [string, string] => [id, `${topic + 1}.${index + 1}`]),
    ),
  );
}

/** The parts of a code item's lead: the task, the solution, and its output. */
export function codeParts(item: CodeItem): { task: Block[]; solution: Code | undefined; output: Code | undefined } {
  const isSolution = (block: Block): block is Code => block.type === "code" && block.lang !== "output";
  const at = item.lead.findIndex(isSolution);
  return {
    task: at < 0 ? item.lead : item.lead.slice(0, at),
    solution: item.lead.find(isSolution),
    output: item.lead.find((block): block is Code => block.type === "code" && block.lang === "output"),
  };
}

/** The parts of a formula's lead: the formula is `item.tex`, the rest says when to use it. */
export function formulaText(item: FormulaItem): Block[] {
  const at = item.lead.findIndex((block) => block.type === "math");
  return item.lead.filter((_, index) => index !== at);
}

/** Every item of the curriculum's topics, topic by topic. */
export function itemsOf(curriculum: { readonly topics: readonly Topic[] }): Item[] {
  return curriculum.topics.flatMap((topic) => topic.items);
}

/** The text of an SVG; undefined for a PNG. */
export function figureText(figure: Pick<Figure, "base64" | "mediaType">): string | undefined {
  return figure.mediaType === "image/svg+xml" ? new TextDecoder().decode(figureBytes(figure)) : undefined;
}

/** A figure's file. */
export function figureBytes(figure: Pick<Figure, "base64">): Uint8Array {
  return Uint8Array.from(atob(figure.base64), (character) => character.charCodeAt(0));
}
