import {
  type Block,
  type Curriculum,
  type Inline,
  type Item,
  itemsOf,
  type ListItem,
  type RetiredItem,
  type Topic,
} from "@high-recall/core";
import { phrase, text } from "../curriculum.ts";

/** Changes that contributors make between two releases. Each returns a new curriculum. */

export function dated(curriculum: Curriculum, date: string): Curriculum {
  return { ...curriculum, edition: { ...curriculum.edition, date } };
}

/** Changes one item, and its id in the study order too. */
export function withItem(curriculum: Curriculum, id: string, change: (item: Item) => object): Curriculum {
  const item = itemOf(curriculum, id);
  const changed = { ...item, ...change(item) } as Item;
  const topics = curriculum.topics.map((topic) => ({
    ...topic,
    items: topic.items.map((each) => (each === item ? changed : each)),
  }));
  return { ...curriculum, topics, order: curriculum.order.map((each) => (each === id ? changed.id : each)) };
}

export function withTopic(curriculum: Curriculum, id: string, change: (topic: Topic) => Partial<Topic>): Curriculum {
  const topics = curriculum.topics.map((topic) => (topic.id === id ? { ...topic, ...change(topic) } : topic));
  return { ...curriculum, topics };
}

export function withEdition(curriculum: Curriculum, change: Partial<Curriculum["edition"]>): Curriculum {
  return { ...curriculum, edition: { ...curriculum.edition, ...change } };
}

/** Adds an item at the end of its topic and of the study order. */
export function withNewItem(curriculum: Curriculum, item: Item): Curriculum {
  const added = withTopic(curriculum, item.topic, (topic) => ({ items: [...topic.items, item] }));
  return { ...added, order: [...added.order, item.id] };
}

export function fixTypo(curriculum: Curriculum, id: string, word: string): Curriculum {
  return withItem(curriculum, id, (item) => ({ title: phrase(...item.title.children, text(` ${word}`)) }));
}

/** Gives an item this many marks, in a paragraph of their own at the end of its lead; 0 removes them. */
export function mark(curriculum: Curriculum, id: string, marks: number): Curriculum {
  const isMarked = (block: Block) => block.type === "paragraph" && block.children.some(({ type }) => type === "mark");
  const children = Array.from({ length: marks }, (_, index): Inline[] => [
    text(`Gap ${index + 1} is `),
    { type: "mark", children: [text(`what }} is ::hidden ${index + 1}`)] },
    text(". "),
  ]).flat();
  const paragraphs: Block[] = marks === 0 ? [] : [{ type: "paragraph", children }];
  return withItem(curriculum, id, ({ lead }) => ({
    lead: [...lead.filter((block) => !isMarked(block)), ...paragraphs],
  }));
}

/** Changes the follow-ups of a question; another kind stays as it is. */
export function withFollowUps(
  curriculum: Curriculum,
  id: string,
  change: (entries: readonly ListItem[]) => readonly ListItem[],
): Curriculum {
  return withItem(curriculum, id, ({ sections }) => ({
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        section.name === "follow-ups" && block.type === "list"
          ? { ...block, children: [...change(block.children)] }
          : block,
      ),
    })),
  }));
}

/** A follow-up with its answer. */
export function followUp(question: string, answer = "Its answer."): ListItem {
  const children: Block[] = [{ type: "paragraph", children: [text(`${question} ${answer}`)] }];
  return { type: "listItem", checked: null, children };
}

/** Puts a word before the last sign of a follow-up's question, as who mends it would. */
export function mendFollowUp(entry: ListItem, word: string): ListItem {
  const mend = (inline: Inline): Inline => {
    if (inline.type === "link") return { ...inline, children: inline.children.map(mend) };
    return inline.type === "text" ? { ...inline, value: inline.value.replace("?", ` ${word}?`) } : inline;
  };
  return {
    ...entry,
    children: entry.children.map((block) =>
      block.type === "paragraph" ? { ...block, children: block.children.map(mend) } : block,
    ),
  };
}

/** Moves the key lines of a code item; another kind stays as it is. */
export function moveKeyLines(curriculum: Curriculum, id: string, keyLines: readonly number[]): Curriculum {
  return withItem(curriculum, id, ({ kind }) => (kind === "code" ? { keyLines } : {}));
}

/** Writes a formula with these relations; another kind stays as it is. */
export function withRelations(curriculum: Curriculum, id: string, relations: readonly string[]): Curriculum {
  const tex = `\\begin{aligned}${relations.join("\\\\ ")}\\end{aligned}`;
  return withItem(curriculum, id, ({ kind }) => (kind === "formula" ? { tex } : {}));
}

export function rename(curriculum: Curriculum, id: string, newId: string): Curriculum {
  return withItem(curriculum, id, (item) => ({ id: newId, formerly: [...item.formerly, id] }));
}

export function move(curriculum: Curriculum, id: string, to: string): Curriculum {
  const item = { ...itemOf(curriculum, id), topic: to };
  const topics = curriculum.topics.map((topic) => {
    const others = topic.items.filter((each) => each.id !== id);
    return { ...topic, items: topic.id === to ? [...others, item] : others };
  });
  return { ...curriculum, topics };
}

/** Removes an item, as if its file were deleted. */
export function remove(curriculum: Curriculum, id: string): Curriculum {
  const topics = curriculum.topics.map((topic) => ({ ...topic, items: topic.items.filter((each) => each.id !== id) }));
  return { ...curriculum, topics, order: curriculum.order.filter((each) => each !== id) };
}

export function retire(curriculum: Curriculum, id: string, use?: string): Curriculum {
  const { topic } = itemOf(curriculum, id);
  const retired: RetiredItem = {
    id,
    reason: phrase(text("Nobody asks it any more.")),
    ...(use === undefined ? {} : { use }),
  };
  return withTopic(remove(curriculum, id), topic, (each) => ({ retired: [...(each.retired ?? []), retired] }));
}

export function itemOf(curriculum: Curriculum, id: string): Item {
  const item = itemsOf(curriculum).find((each) => each.id === id);
  if (item === undefined) throw new Error(`There is no item ${id}`);
  return item;
}
