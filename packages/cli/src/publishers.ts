import type { Publisher } from "@high-recall/core";
import type { Released } from "@high-recall/publish-anki";

/** A target of `--to`: how its publisher is made, and what it makes when no edition.yaml says so. */
interface Target {
  /** Loaded when needed: printing needs no database, a deck no fonts. `released` is what learners have already. */
  readonly load: (released: Released | undefined) => Promise<Publisher<unknown>>;
  readonly products: (edition: { readonly id: string }) => readonly unknown[];
}

export const targets: Readonly<Record<string, Target>> = {
  pdf: {
    async load() {
      const { createPdfPublisher } = await import("@high-recall/publish-pdf");
      const { readFonts } = await import("@high-recall/publish-pdf/node");
      return createPdfPublisher({ fonts: readFonts() }) as Publisher<unknown>;
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
  json: {
    async load() {
      const { createJsonPublisher } = await import("@high-recall/publish-json");
      return createJsonPublisher() as Publisher<unknown>;
    },
    products: () => [{ path: "json/v1" }],
  },
};
