import { type OpenDatabase, write } from "@high-recall/apkg";
import type { Artifact, Publisher } from "@high-recall/core";
import { collectionOf, type Stock, stock } from "./collection.ts";
import { type Package, packagesOf } from "./packages.ts";
import { AnkiProduct } from "./product.ts";
import type { Released } from "./released.ts";

export interface AnkiPublisherOptions {
  /** `openDatabase` of `@high-recall/apkg/node`, or `openWithSqlJs(…)` of `@high-recall/apkg/browser`. */
  readonly open: OpenDatabase;
  /** What learners have from past releases; without it everything is new, with the edition's date. */
  readonly released?: Released | undefined;
}

/** The back end for Anki: a note for each item that can be asked, in decks by topic. */
export function createAnkiPublisher({ open, released }: AnkiPublisherOptions): Publisher<AnkiProduct> {
  return {
    name: "anki",
    product: AnkiProduct,
    publish: async (curriculum, products) => {
      const all = stock(curriculum, released);
      const packages = products.flatMap((product) => packagesOf(curriculum, product));
      return {
        artifacts: packages.flatMap((each) => writePackage(all, each, open)),
        notices: packages.flatMap((each) => {
          const reason = reasonToLeaveOut(all, each);
          return reason === undefined ? [] : [`${each.path}: left out, for ${reason}`];
        }),
      };
    },
  };
}

function writePackage(all: Stock, choice: Package, open: OpenDatabase): Artifact[] {
  if (reasonToLeaveOut(all, choice) !== undefined) return [];
  return [{ path: choice.path, bytes: write(collectionOf(all, choice), { open }) }];
}

/** Of a package without cards Anki would say that there is nothing to import. */
function reasonToLeaveOut(all: Stock, { order, retired, isUpdate }: Package): string | undefined {
  if (isUpdate && !all.retired.some(({ topic }) => retired.has(topic))) return "none of its items is retired";
  const hasCards = order.some((id) => all.notes.has(id)) || all.retired.some(({ topic }) => retired.has(topic));
  return hasCards ? undefined : "none of its items makes a card";
}
