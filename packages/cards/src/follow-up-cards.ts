import { type Block, followUpsOf, type Inline, type Item, paragraph, type QuestionItem } from "@high-recall/core";

/** Finds an item of the whole curriculum; undefined for one that is not in it. */
export type FindItem = (id: string) => Item | undefined;

/** A follow-up with an answer. */
export interface FollowUpCard {
  readonly question: readonly Inline[];
  readonly answer: readonly Block[];
  /** The item to see. */
  readonly see: Item | undefined;
}

/**
 * The follow-ups of a question that can be answered. One that only links to an item has what is to be recalled of that item
 * as its answer; if nothing is, as of a guide, the item to see is the answer.
 */
export function followUpCards(item: QuestionItem, find: FindItem): FollowUpCard[] {
  return followUpsOf(item).flatMap((followUp): FollowUpCard[] => {
    const see = followUp.item === undefined ? undefined : find(followUp.item);
    const answer = followUp.answer.length > 0 ? [paragraph(...followUp.answer)] : recalled(see);
    const isAnswered = answer.length > 0 || see !== undefined;
    return isAnswered && followUp.question.length > 0 ? [{ question: followUp.question, answer, see }] : [];
  });
}

function recalled(item: Item | undefined): Block[] {
  if (item === undefined || !("short" in item)) return [];
  const formula: Block[] = item.kind === "formula" ? [{ type: "math", value: item.tex }] : [];
  return [...formula, paragraph(...item.short.children)];
}
