import { definePublisher } from "@high-recall/core";
import { CsvProduct } from "./product.ts";

export const csv = definePublisher({
  name: "csv",
  makes: "tables of cards for other apps",
  product: CsvProduct,
  defaults: ({ id }) => [
    { path: `csv/${id}.csv`, text: "markdown" },
    { path: `csv/${id}.tsv`, text: "plain" },
  ],
  isDefault: false,
  inputs: ["edition.yaml"],
  load: async () => (await import("./publisher.ts")).createCsvPublisher(),
});
