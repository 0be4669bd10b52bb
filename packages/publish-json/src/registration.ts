import { definePublisher } from "@high-recall/core";
import { JsonProduct } from "./product.ts";

export const json = definePublisher({
  name: "json",
  makes: "documents for apps",
  product: JsonProduct,
  defaults: () => [{ path: "json/v1" }],
  isDefault: true,
  inputs: ["edition.yaml", "samples.lock.json"],
  load: async () => (await import("./publisher.ts")).createJsonPublisher(),
});
