import type { KeyPath } from "@high-recall/rules";
import type * as z from "zod";

/** The schema of a part of a value; undefined where it has none or may have several. */
export function schemaAt(schema: z.ZodType, root: unknown, path: KeyPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  let value = root;
  for (const step of path) {
    at = at && childOf(at, value, step);
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return at;
}

/** The keys that an object may have. */
export function keysAt(schema: z.ZodType, root: unknown, path: KeyPath): string[] {
  const found = schemaAt(schema, root, path);
  const value = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], root);
  return found === undefined ? [] : Object.keys(shapeOf(found, value));
}

/** The keys of an object, or of the objects in a list; none for anything else. */
export function shapeOfEntries(schema: z.ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const { def } = unwrap(schema)._zod;
  if (def.type === "array") return shapeOfEntries(def.element as z.ZodType);
  return def.type === "object" ? def.shape : {};
}

function childOf(schema: z.ZodType, value: unknown, step: string | number): z.ZodType | undefined {
  const { def } = unwrap(schema)._zod;
  if (def.type === "array") return def.element as z.ZodType;
  if (def.type === "record") return def.valueType as z.ZodType;
  return shapeOf(schema, value)[step] as z.ZodType | undefined;
}

function shapeOf(schema: z.ZodType, value: unknown): Readonly<Record<string, z.core.$ZodType>> {
  const { def } = unwrap(schema)._zod;
  if (def.type === "object") return def.shape;
  if (def.type !== "union" || !("discriminator" in def)) return {};
  const kind = (value as Record<string, unknown> | undefined)?.[String(def.discriminator)];
  const option = def.options.find(({ _zod }) => _zod.propValues?.[String(def.discriminator)]?.has(kind as string));
  return option === undefined ? {} : shapeOf(option as z.ZodType, value);
}

/** Takes off `.default()` and `.optional()`. */
function unwrap(schema: z.ZodType): z.core.$ZodTypes {
  const known = schema as unknown as z.core.$ZodTypes;
  const { def } = known._zod;
  return def.type === "default" || def.type === "optional" ? unwrap(def.innerType as z.ZodType) : known;
}
