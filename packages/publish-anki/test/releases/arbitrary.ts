import { type Curriculum, type Item, itemsOf } from "@high-recall/core";
import fc from "fast-check";
import { curriculum, phrase, text } from "../curriculum.ts";
import {
  dated,
  fixTypo,
  followUp,
  itemOf,
  mark,
  mendFollowUp,
  move,
  moveKeyLines,
  rename,
  retire,
  withEdition,
  withFollowUps,
  withItem,
  withNewItem,
  withRelations,
  withTopic,
} from "./edit.ts";

/** A smaller test curriculum, since a chain makes ten packages of it. */
const base: Curriculum = {
  ...curriculum,
  topics: curriculum.topics.map((topic) => ({
    ...topic,
    items: topic.items.map((item) => ({
      ...item,
      lead: [...item.lead.slice(0, 1), ...item.lead.filter(({ type }) => type === "code" || type === "image")],
      sections: item.sections.map((section) => ({ ...section, blocks: section.blocks.slice(0, 1) })),
    })),
  })),
};

/** What contributors do between two releases; numbers choose an item. */
export type Edit =
  | { readonly type: "fix a typo" | "rename" | "move" | "tag" | "retire" | "retire for another"; readonly at: number }
  | { readonly type: "mark"; readonly at: number; readonly marks: number }
  | { readonly type: "add"; readonly kind: number }
  | { readonly type: "retitle a topic"; readonly at: number }
  | { readonly type: "change the cards"; readonly at: number }
  | { readonly type: "turn the order" }
  | {
      readonly type: "mend follow-ups" | "turn follow-ups" | "remove a follow-up" | "add a follow-up";
      readonly at: number;
    }
  | { readonly type: "move key lines"; readonly at: number; readonly lines: readonly number[] }
  | { readonly type: "rewrite a formula"; readonly at: number; readonly relations: readonly string[] };

export interface Step {
  /** Days since the last release. */
  readonly days: number;
  readonly edits: readonly Edit[];
}

const at = fc.nat(1000);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom("fix a typo", "rename", "move", "tag"), at }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("retire", "retire for another"), at }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("mark"), at, marks: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("add"), kind: at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("retitle a topic", "change the cards"), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("turn the order") }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom("mend follow-ups", "turn follow-ups", "remove a follow-up", "add a follow-up"),
      at,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("move key lines"),
      at,
      lines: fc.uniqueArray(fc.constantFrom(1, 2), { minLength: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("rewrite a formula"),
      at,
      relations: fc.uniqueArray(fc.constantFrom("a&=b", "c&=\\frac{d}{e}", "f&=g+h", "k&=m"), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
) as fc.Arbitrary<Edit>;

/** Four further releases: some on the day of the last, some months later. */
export const chains: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ days: fc.constantFrom(0, 1, 30, 90), edits: fc.array(edit, { minLength: 0, maxLength: 8 }) }),
  { minLength: 4, maxLength: 4 },
);

/** The curricula of a chain of releases, the first included. */
export function curriculaOf(steps: readonly Step[]): Curriculum[] {
  const curricula = [base];
  let date = Date.parse(base.edition.date);
  steps.forEach(({ days, edits }, step) => {
    date += days * 86_400_000;
    const last = dated(curricula.at(-1) ?? base, new Date(date).toISOString().slice(0, 10));
    const version = `${step + 2}.0.0`;
    curricula.push(
      edits.reduce((one, each, index) => apply(one, each, `${step + 2}-${index}`), withEdition(last, { version })),
    );
  });
  return curricula;
}

const kinds: readonly Item["kind"][] = ["question", "formula", "code", "term", "pitfall"];

function apply(curriculum: Curriculum, edit: Edit, serial: string): Curriculum {
  const asked = itemsOf(curriculum).filter(({ kind }) => kinds.includes(kind));
  const chosen = "at" in edit ? asked[edit.at % asked.length]?.id : undefined;
  const topic = "at" in edit ? (curriculum.topics[edit.at % curriculum.topics.length]?.id ?? "") : "";
  /** An item of the kind; the last of a kind is never retired. */
  const one = (kind: Item["kind"]) => {
    const all = asked.filter((item) => item.kind === kind);
    return all[("at" in edit ? edit.at : 0) % all.length]?.id ?? "";
  };
  switch (edit.type) {
    case "fix a typo":
      return chosen === undefined ? curriculum : fixTypo(curriculum, chosen, `(fixed ${serial})`);
    case "rename":
      return chosen === undefined ? curriculum : rename(curriculum, chosen, `renamed-${serial}`);
    case "move":
      return chosen === undefined ? curriculum : move(curriculum, chosen, topic);
    case "tag":
      return chosen === undefined
        ? curriculum
        : withItem(curriculum, chosen, (item) => ({ tags: [...item.tags, `tag-${serial}`] }));
    case "mark":
      return chosen === undefined ? curriculum : mark(curriculum, chosen, edit.marks);
    case "retire":
      // The last of a kind is kept: new items are copies of it.
      return chosen === undefined || isLastOfItsKind(asked, chosen) ? curriculum : retireAll(curriculum, chosen);
    case "retire for another": {
      const use = asked.find(({ id }) => id !== chosen)?.id;
      return chosen === undefined || isLastOfItsKind(asked, chosen) ? curriculum : retireAll(curriculum, chosen, use);
    }
    case "add": {
      const kind = kinds[edit.kind % kinds.length];
      const model = asked.find((item) => item.kind === kind);
      if (model === undefined) return curriculum;
      return withNewItem(curriculum, {
        ...model,
        id: `added-${serial}`,
        title: phrase(text(`Added ${serial}`)),
        formerly: [],
      });
    }
    case "retitle a topic":
      return withTopic(curriculum, topic, () => ({ title: phrase(text(`Retitled ${serial}`)) }));
    case "change the cards":
      return withEdition(curriculum, { repository: `https://example.org/repository-${serial}` });
    case "mend follow-ups":
      return withFollowUps(curriculum, one("question"), (entries) =>
        entries.map((entry) => mendFollowUp(entry, "then")),
      );
    case "turn follow-ups":
      return withFollowUps(curriculum, one("question"), (entries) => entries.toReversed());
    case "remove a follow-up":
      return withFollowUps(curriculum, one("question"), (entries) =>
        entries.filter((_, index) => index !== edit.at % entries.length),
      );
    case "add a follow-up":
      return withFollowUps(curriculum, one("question"), (entries) =>
        entries.toSpliced(edit.at % (entries.length + 1), 0, followUp(`And what of ${serial}?`)),
      );
    case "move key lines":
      return moveKeyLines(curriculum, one("code"), edit.lines);
    case "rewrite a formula":
      return withRelations(curriculum, one("formula"), edit.relations);
    case "turn the order":
      return { ...curriculum, order: curriculum.order.toReversed() };
  }
}

function isLastOfItsKind(asked: readonly Item[], id: string): boolean {
  const kind = asked.find((item) => item.id === id)?.kind;
  return asked.filter((item) => item.kind === kind).length < 2;
}

/** Retires an item under each of its ids, since any may have been released, and removes references to it. */
function retireAll(curriculum: Curriculum, id: string, use?: string): Curriculum {
  const { formerly, topic } = itemOf(curriculum, id);
  const without = retire(curriculum, id, use);
  const former = formerly.map((name) => ({ id: name, reason: phrase(text("Nobody asks it any more.")) }));
  const topics = without.topics.map((each) => ({
    ...each,
    retired: [
      ...(each.retired ?? []).map((one) => (one.use === id ? { id: one.id, reason: one.reason } : one)),
      ...(each.id === topic ? former : []),
    ],
  }));
  return { ...without, topics };
}
