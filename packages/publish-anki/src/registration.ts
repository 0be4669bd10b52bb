import { definePublisher } from "@high-recall/core";
import { type CardHistoryLoader, Register } from "@high-recall/release";
import { AnkiProduct } from "./product.ts";

export const anki = definePublisher({
  name: "anki",
  makes: "decks",
  product: AnkiProduct,
  defaults: ({ id }) => [{ path: `anki/${id}.apkg` }],
  isDefault: true,
  needsPermanentId: true,
  inputs: ["edition.yaml", "released.json", "samples.lock.json"],
  load: async (register) => {
    const [{ createAnkiPublisher }, { openDatabase }] = await Promise.all([
      import("./publisher.ts"),
      import("@high-recall/apkg/node"),
    ]);
    return createAnkiPublisher({ open: openDatabase, register: Register.optional().parse(register) });
  },
});

/** Reads learners' history in Anki for the register. */
export const ankiHistory: CardHistoryLoader = {
  extension: ".apkg",
  load: async () => {
    const [{ createCardHistory }, { openDatabase }] = await Promise.all([
      import("./history.ts"),
      import("@high-recall/apkg/node"),
    ]);
    return createCardHistory({ open: openDatabase });
  },
};
