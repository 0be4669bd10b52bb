import { Selection } from "@high-recall/core";
import * as z from "zod";

/** One entry under `products: json:` of edition.yaml. */
export const JsonProduct = z
  .strictObject({
    path: z
      .string()
      .regex(
        /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/,
        "Expected a folder below the output folder, such as `json/v1`",
      )
      .default("json/v1")
      .meta({ description: "Folder of the documents", examples: ["json/v1"] }),
    url: z
      .url({ protocol: /^https?$/, error: "Expected a full address, such as `https://example.org/json/v1/`" })
      .endsWith("/", "Expected an address that ends in `/`")
      .optional()
      .meta({
        description:
          "Address of the folder, for full addresses of figures; without it they are relative to schema.json",
        examples: ["https://example.org/json/v1/"],
      }),
    math: z
      .enum(["mathml", "katex"])
      .default("katex")
      .meta({
        description:
          "How HTML writes formulas: `katex` needs katex.css on the page; `mathml` needs nothing, but spaces less well",
        examples: ["katex"],
      }),
    ...Selection.shape,
  })
  .meta({ id: "JsonProduct", description: "Versioned JSON, described by a JSON Schema" });
export type JsonProduct = z.infer<typeof JsonProduct>;
