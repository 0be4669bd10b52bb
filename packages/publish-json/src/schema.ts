import * as z from "zod";
import { format, PublishedDocument } from "./documents.ts";

/** The JSON Schema (2020-12) of every published document: the root accepts any of them, `$defs` has each by its name. */
export function jsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(PublishedDocument, {
    target: "draft-2020-12",
    override: dropBase64Format,
  });
  return {
    $schema,
    $id: `urn:high-recall:json:v${format}`,
    title: `High Recall JSON, version ${format}`,
    description: "Any published document: `document` says which",
    ...rest,
  };
}

/** Strict validators refuse the format `base64`, which JSON Schema lacks; `contentEncoding` and `pattern` say the same. */
function dropBase64Format({ jsonSchema }: { jsonSchema: { format?: string } }): void {
  if (jsonSchema.format === "base64") delete jsonSchema.format;
}
