import { type Curriculum, type Item, itemsOf } from "@high-recall/core";
import { designs } from "./designs/designs.ts";
import { isClozeKey } from "./note-key.ts";
import { findReleased, type Released } from "./released.ts";

/** A released item whose learners would lose their history, or never hear that it is gone. */
export interface Lost {
  /** Id that it was released with. */
  readonly id: string;
  /** Topic that it was released in. */
  readonly topic: string;
  /** The item at fault; undefined when it is gone. */
  readonly item: Item | undefined;
  /** What was found, what was expected, and the way out. */
  readonly reason: string;
}

/** What a curriculum would break of a past release. Call it with the whole curriculum, not with a selection of it. */
export function lostItems(curriculum: Curriculum, released: Released): Lost[] {
  const items = itemsOf(curriculum);
  const owners = new Map(items.flatMap((item) => [item.id, ...item.formerly].map((id) => [id, item] as const)));
  const retired = new Set(curriculum.topics.flatMap((topic) => topic.retired ?? []).map(({ id }) => id));
  return (
    Object.entries({ ...released.items, ...released.retired })
      // The note of an item's marks goes with the item's own.
      .filter(([key]) => !isClozeKey(key))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([id, before]): Lost[] => {
        const item = owners.get(id);
        const lost = (reason: string) => [{ id, topic: before.topic, item, reason }];
        if (item === undefined) return retired.has(id) ? [] : lost(goneReason(id, released));
        const kept = findReleased(released, item);
        if (kept !== undefined && kept.guid !== before.guid) {
          return lost(
            `Unexpected former id \`${id}\`: it was released as an item of its own, and learners have the cards of both; expected it under \`retired\` in the topic's README.md, with \`use: ${item.id}\``,
          );
        }
        const design = designs.find((each) => each.kind === item.kind);
        if (design?.name === before.noteType) return [];
        const old = designs.find((each) => each.name === before.noteType)?.kind ?? before.noteType;
        return lost(
          `Unexpected kind \`${item.kind}\` of an item that was released as \`${old}\`: Anki cannot turn one into the other; expected a new id, and \`${id}\` under \`retired\` in the topic's README.md with \`use:\` that id`,
        );
      })
  );
}

function goneReason(id: string, released: Released): string {
  const was = id in released.retired ? "was retired: learners who have its card are still to be told" : "was released";
  return `Unexpected end of \`${id}\`, which ${was}; expected its id in \`formerly\` of the item it became, or under \`retired\` in the topic's README.md, such as \`{ id: ${id}, reason: "…" }\``;
}
