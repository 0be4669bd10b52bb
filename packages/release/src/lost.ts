import { type Curriculum, type Item, isAsked, itemsOf } from "@high-recall/core";
import { partOfKey } from "./note-key.ts";
import { kindOfNoteType, noteTypeNames } from "./note-types.ts";
import { findReleased, type Register } from "./register.ts";

/** A released item whose learners would lose their history, or never learn that it was removed. */
export interface Lost {
  /** Id at its last release. */
  readonly id: string;
  /** Topic at its last release. */
  readonly topic: string;
  /** The item at fault; undefined if it was removed. */
  readonly item: Item | undefined;
  /** The fault, and how to fix it. */
  readonly reason: string;
}

/** Released items that this curriculum would lose, by id. Needs the whole curriculum, not a selection of it. */
export function lostItems(curriculum: Curriculum, register: Register): Lost[] {
  const items = itemsOf(curriculum);
  const owners = new Map(items.flatMap((item) => [item.id, ...item.formerly].map((id) => [id, item] as const)));
  const retired = new Set(curriculum.topics.flatMap((topic) => topic.retired ?? []).map(({ id }) => id));
  return (
    Object.entries({ ...register.items, ...register.retired })
      // A part is lost only together with its item.
      .filter(([key]) => partOfKey(key) === undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([id, before]): Lost[] => {
        const item = owners.get(id);
        const lost = (reason: string) => [{ id, topic: before.topic, item, reason }];
        if (item === undefined) return retired.has(id) ? [] : lost(goneReason(id, register));
        const kept = findReleased(register, item);
        if (kept !== undefined && kept.guid !== before.guid) {
          return lost(
            `Released item \`${id}\` cannot be merged into \`${item.id}\`, since learners have the cards of both: remove it from \`formerly\`, and add it to \`retired\` in the topic's README.md with \`use: ${item.id}\``,
          );
        }
        if (isAsked(item.kind) && noteTypeNames[item.kind] === before.noteType) return [];
        const old = kindOfNoteType(before.noteType) ?? before.noteType;
        return lost(
          `Released item \`${id}\` changed its kind from \`${old}\` to \`${item.kind}\`, and Anki cannot turn one into the other: give it a new \`id\`, and add \`${id}\` to \`retired\` in the topic's README.md with \`use:\` that id`,
        );
      })
  );
}

function goneReason(id: string, register: Register): string {
  const entry = `\`{ id: ${id}, reason: "…" }\``;
  if (id in register.retired) {
    return `Retired item \`${id}\` disappeared, and learners who have its cards must still be told: add it to \`retired\` in the topic's README.md again, such as ${entry}`;
  }
  return `Released item \`${id}\` disappeared: add it to \`formerly\` of the item it became, or to \`retired\` in the topic's README.md, such as ${entry}`;
}
