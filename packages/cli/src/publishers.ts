import type { Publisher } from "@high-recall/core";
import type { Released } from "@high-recall/publish-anki";

/** A target of `--to`: how its publisher is made, and what it makes when no edition.yaml says so. */
interface Target {
  /** Loaded when needed: printing needs no database, a deck no fonts. `released` is what learners have already. */
  readonly load: (released: Released | undefined) => Promise<Publisher<unknown>>;
  readonly products: (edition: { readonly id: string }) => readonly unknown[];
}

/** What is made when nothing is said; tables of cards only on request. */
export const usualTargets = ["pdf", "anki", "json"];

export const targets: Readonly<Record<string, Target>> = {
  pdf: {
    async load() {
      const { createPdfPublisher } = await import("@high-recall/publish-pdf");
      const { backgroundCompressor } = await import("@high-recall/publish-pdf/node");
      const { readFonts } = await import("@high-recall/typeset/node");
      return createPdfPublisher({ fonts: readFonts(), compress: backgroundCompressor() }) as Publisher<unknown>;
    },
    products: () => [
      { path: "pdf/cheatsheet-a4.pdf", layout: "sheet", paper: "a4" },
      { path: "pdf/handbook-a4.pdf", layout: "handbook", paper: "a4" },
    ],
  },
  anki: {
    async load(released) {
      const { createAnkiPublisher } = await import("@high-recall/publish-anki");
      const { openDatabase } = await import("@high-recall/apkg/node");
      return createAnkiPublisher({ open: openDatabase, released }) as Publisher<unknown>;
    },
    products: (edition) => [{ path: `anki/${edition.id}.apkg` }],
  },
  csv: {
    async load() {
      const { createCsvPublisher } = await import("@high-recall/publish-anki");
      return createCsvPublisher() as Publisher<unknown>;
    },
    products: (edition) => [
      { path: `csv/${edition.id}.csv`, text: "markdown" },
      { path: `csv/${edition.id}.tsv`, text: "plain" },
    ],
  },
  json: {
    async load() {
      const { createJsonPublisher } = await import("@high-recall/publish-json");
      return createJsonPublisher() as Publisher<unknown>;
    },
    products: () => [{ path: "json/v1" }],
  },
};
