import type * as z from "zod";

/** A copy of a value with its keys in order. */
type Order = (value: unknown) => unknown;

/**
 * The value with the keys of its objects in the order in which the schema declares them, so that equal documents have equal
 * bytes. It does not validate: the types do, and tests check the published files with the schema.
 * @throws {Error} for a key that the schema does not know
 */
export function inSchemaOrder<Value>(schema: z.ZodType<Value>, value: Value): Value {
  return (orderOf(schema)?.(value) ?? value) as Value;
}

/** Undefined for a schema without objects: its values stay as they are. */
const orders = new WeakMap<z.core.$ZodType, Order | undefined>();

function orderOf(schema: z.core.$ZodType): Order | undefined {
  if (orders.has(schema)) return orders.get(schema);
  // A schema that contains itself finds this while it is built.
  orders.set(schema, (value) => orders.get(schema)?.(value));
  const order = buildOrder((schema as z.core.$ZodTypes)._zod.def);
  orders.set(schema, order);
  return order;
}

function buildOrder(def: z.core.$ZodTypes["_zod"]["def"]): Order | undefined {
  switch (def.type) {
    case "object":
      return orderOfObject(def.shape);
    case "array":
      return orderOfArray(orderOf(def.element));
    case "union":
      return orderOfUnion(def.options as readonly z.core.$ZodTypes[]);
    case "lazy":
      return orderOf(def.getter());
    case "optional":
    case "nullable":
    case "default":
      return orderOfAbsent(orderOf(def.innerType));
    case "record":
      if (orderOf(def.valueType) !== undefined) throw new Error("Unexpected record of objects: its order is not known");
      return undefined;
    case "string":
    case "number":
    case "boolean":
    case "literal":
    case "enum":
      return undefined;
    default:
      throw new Error(`Unexpected schema of the type ${def.type}: its order is not known`);
  }
}

function orderOfObject(shape: Readonly<Record<string, z.core.$ZodType>>): Order {
  const keys = Object.keys(shape).map((key) => [key, orderOf(shape[key] as z.core.$ZodType)] as const);
  const known = new Set(Object.keys(shape));
  return (value) => {
    const given = value as Record<string, unknown>;
    for (const key in given) if (!known.has(key)) throw new Error(`Unexpected key ${key}: the schema does not know it`);
    const ordered: Record<string, unknown> = {};
    for (const [key, order] of keys) {
      const part = given[key];
      if (part !== undefined) ordered[key] = order === undefined ? part : order(part);
    }
    return ordered;
  };
}

function orderOfArray(order: Order | undefined): Order | undefined {
  return order && ((value) => (value as readonly unknown[]).map(order));
}

function orderOfAbsent(order: Order | undefined): Order | undefined {
  return order && ((value) => (value === undefined || value === null ? value : order(value)));
}

/** For objects whose option is identified by a literal key, such as `type`. */
function orderOfUnion(options: readonly z.core.$ZodTypes[]): Order | undefined {
  const shapes = options.flatMap((option) => {
    const { def } = unwrapped(option)._zod;
    return def.type === "object" ? [{ option, shape: def.shape as Readonly<Record<string, z.core.$ZodTypes>> }] : [];
  });
  // Objects of one key have one order.
  if (shapes.every(({ shape }) => Object.keys(shape).length === 1)) return undefined;
  const tag = Object.keys(shapes[0]?.shape ?? {}).find((key) => {
    const values = shapes.map(({ shape }) => literalsOf(shape[key])?.[0]);
    return !values.includes(undefined) && new Set(values).size === shapes.length;
  });
  if (tag === undefined || shapes.length < options.length) {
    throw new Error("Unexpected union: no key says which of the options a value is");
  }
  const orderOfTag = new Map(
    shapes.flatMap(({ option, shape }) => (literalsOf(shape[tag]) ?? []).map((value) => [value, orderOf(option)])),
  );
  return (value) => {
    const found = (value as Record<string, unknown>)[tag];
    const order = orderOfTag.get(found);
    if (order === undefined) throw new Error(`Unexpected ${tag} ${found}: the schema does not know it`);
    return order(value);
  };
}

function literalsOf(schema: z.core.$ZodTypes | undefined): readonly unknown[] | undefined {
  const def = schema?._zod.def;
  return def?.type === "literal" ? def.values : undefined;
}

function unwrapped(schema: z.core.$ZodTypes): z.core.$ZodTypes {
  const { def } = schema._zod;
  return def.type === "lazy" ? unwrapped(def.getter() as z.core.$ZodTypes) : schema;
}
