import type { Changed, Changes } from "@high-recall/release";

/** A line for each item that changes, and a summary line. */
export function printChanges(changes: Changes): string {
  const lines = (name: string, items: readonly Changed[]) =>
    items.map(({ id, formerly, cards }) => {
      const counts = [...count(cards.added, "new card"), ...count(cards.updated, "card")].join(", ");
      return `${name.padEnd(8)} ${id}${formerly === undefined ? "" : ` (was ${formerly})`}: ${counts}\n`;
    });
  return [
    ...lines("added", changes.added),
    ...lines("changed", changes.changed),
    ...lines("retired", changes.retired),
    `${summaryOf(changes)}\n`,
  ].join("");
}

/** Counts of items, and of cards that learners see change, on one line. */
export function summaryOf({ added, changed, retired, unchanged }: Changes): string {
  const cards = [...added, ...changed, ...retired].map((item) => item.cards);
  const items = [
    ...count(added.length, "item", "added"),
    ...count(changed.length, "item", "changed"),
    ...count(retired.length, "item", "retired"),
    ...count(unchanged, "item", "as before"),
  ];
  const seen = [
    ...count(sum(cards.map((each) => each.added)), "new card"),
    ...count(sum(cards.map((each) => each.updated)), "card", "updated"),
  ];
  return [items.join(", ") || "no items", seen.join(", ") || "no card changes"].join("; ");
}

/** `3 items added`; no entry for zero. */
function count(number: number, thing: string, what = ""): string[] {
  return number === 0 ? [] : [`${number} ${thing}${number === 1 ? "" : "s"} ${what}`.trim()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
