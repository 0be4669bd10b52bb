import type { Curriculum } from "@high-recall/core";
import type { CardHistory, Contents } from "./contents.ts";
import { secondsOf } from "./dating.ts";
import { lostItems } from "./lost.ts";
import type { Register } from "./register.ts";

const day = 86_400;

/**
 * The register after a release: unchanged parts keep their date, changed ones get the edition's, and nothing is
 * ever removed. Publishing with it afterwards gives the release, byte for byte.
 * @param last register of the last release; undefined before the first
 * @throws {RangeError} when the curriculum would lose released items (see `lostItems`), belongs to another edition, or is
 * dated before the last release
 */
export function release(
  curriculum: Curriculum,
  contentsOf: CardHistory["contentsOf"],
  last: Register | undefined,
): Register {
  const { edition } = curriculum;
  if (last !== undefined) refuseBrokenPromises(curriculum, last);
  const contents = contentsOf(curriculum, last);
  const next: Register = {
    format: 1,
    edition: edition.id,
    version: edition.version,
    date: edition.date,
    deck: contents.deck,
    decks: { ...last?.decks, ...contents.decks },
    media: [...new Set([...(last?.media ?? []), ...contents.media])].sort(),
    noteTypes: withVersions(contents.noteTypes, last),
    items: contents.items,
    retired: contents.retired,
  };
  const dates = [next.noteTypes, next.items, next.retired].flatMap((parts) => Object.values(parts));
  if (dates.some(({ modified }) => modified >= secondsOf(edition.date) + day)) {
    throw new RangeError(`A part would be dated after ${edition.date}, the day of the release: date the release later`);
  }
  return next;
}

function refuseBrokenPromises(curriculum: Curriculum, last: Register): void {
  const { edition } = curriculum;
  if (edition.id !== last.edition) {
    throw new RangeError(`The register belongs to the edition \`${last.edition}\`, not to \`${edition.id}\``);
  }
  if (edition.date < last.date) {
    throw new RangeError(`The release of ${edition.date} is dated before the last, of ${last.date}`);
  }
  const [lost] = lostItems(curriculum, last);
  if (lost !== undefined) throw new RangeError(lost.reason);
}

function withVersions(noteTypes: Contents["noteTypes"], last: Register | undefined): Register["noteTypes"] {
  return Object.fromEntries(
    Object.entries(noteTypes).map(([name, { id, hash, modified }]) => {
      const before = last?.noteTypes[name];
      const version = before === undefined ? 1 : before.hash === hash ? before.version : before.version + 1;
      return [name, { id, version, hash, modified }];
    }),
  );
}
