import { type OpenDatabase, write } from "@high-recall/apkg";
import { type Artifact, type Curriculum, type Publisher, select } from "@high-recall/core";
import { collectionOf, type Stock, stock } from "./collection.ts";
import { type Dating, secondsOf } from "./dating.ts";
import { AnkiProduct } from "./product.ts";

export interface AnkiPublisherOptions {
  /** `openDatabase` of `@high-recall/apkg/node`, or `openWithSqlJs(…)` of `@high-recall/apkg/browser`. */
  readonly open: OpenDatabase;
  /** When each note and note type last changed. Without it: on the edition's date. */
  readonly dating?: Dating;
}

/** The back end for Anki: a note for each item that can be asked, in decks by topic. */
export function createAnkiPublisher({ open, dating }: AnkiPublisherOptions): Publisher<AnkiProduct> {
  return {
    name: "anki",
    product: AnkiProduct,
    publish: async (curriculum, products) => {
      const dateOfEdition = secondsOf(curriculum.edition.date);
      const all = stock(curriculum, dating ?? (() => dateOfEdition));
      const packages = products.flatMap((product) => packagesOf(curriculum, product));
      return {
        artifacts: packages.flatMap((each) => writePackage(all, each, open)),
        notices: packages
          .filter((each) => collectionOf(all, each.chosen).notes.length === 0)
          .map((each) => `${each.path}: left out, for none of its items makes a card`),
      };
    },
  };
}

/** A package to be written: where, and of what. */
interface Package {
  readonly path: string;
  readonly chosen: Curriculum;
}

function packagesOf(curriculum: Curriculum, product: AnkiProduct): Package[] {
  const chosen = select(curriculum, {
    topics: product.topics ?? [],
    tags: product.tags ?? [],
    difficulty: product.difficulty ?? [],
    kinds: product.kinds ?? [],
  });
  if (product.each === undefined) return [{ path: product.path, chosen }];
  return chosen.topics.map((topic) => ({
    path: product.path.replaceAll("{topic}", topic.id),
    chosen: select(chosen, { topics: [topic.id] }),
  }));
}

/** A package without cards is not written: Anki would say that there is nothing to import. */
function writePackage(all: Stock, { path, chosen }: Package, open: OpenDatabase): Artifact[] {
  const collection = collectionOf(all, chosen);
  return collection.notes.length === 0 ? [] : [{ path, bytes: write(collection, { open }) }];
}
