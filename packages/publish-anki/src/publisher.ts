import { type OpenDatabase, write } from "@high-recall/apkg";
import type { Artifact, Publisher } from "@high-recall/core";
import type { Register } from "@high-recall/release";
import { collectionOf, notesOfChoice } from "./collection.ts";
import { buildDeckContent, type DeckContent } from "./deck-content.ts";
import { type Package, packagesOf } from "./packages.ts";
import type { AnkiProduct } from "./product.ts";

export interface AnkiPublisherOptions {
  /** `openDatabase` of `@high-recall/apkg/node`, or `openWithSqlJs(…)` of `@high-recall/apkg/browser`. */
  readonly open: OpenDatabase;
  /** Past releases; without it everything is new, with the edition's date. */
  readonly register?: Register | undefined;
}

/** The back end for Anki: a note for each item that is asked, in decks by topic. */
export function createAnkiPublisher({ open, register }: AnkiPublisherOptions): Publisher<AnkiProduct> {
  return {
    publish: async (curriculum, products) => {
      const all = buildDeckContent(curriculum, register);
      const packages = products.flatMap((product) => packagesOf(curriculum, product));
      return {
        artifacts: writePackages(all, packages, open),
        notices: packages.flatMap((each) => {
          const reason = reasonToLeaveOut(all, each);
          return reason === undefined ? [] : [`${each.path}: left out, since ${reason}`];
        }),
      };
    },
  };
}

function* writePackages(all: DeckContent, packages: readonly Package[], open: OpenDatabase): Generator<Artifact> {
  for (const each of packages) {
    if (reasonToLeaveOut(all, each) !== undefined) continue;
    yield { path: each.path, bytes: write(collectionOf(all, each), { open }) };
  }
}

/** Anki refuses to import a package without cards. */
function reasonToLeaveOut(all: DeckContent, each: Package): string | undefined {
  const ofRetired = notesOfChoice(all, { ...each, order: [] });
  if (each.isUpdate && ofRetired.length === 0) return "none of its items is retired";
  return notesOfChoice(all, each).length > 0 ? undefined : "none of its items makes a card";
}
