// `JSON.rawJSON` and the source of a value are in every current engine, but not yet in TypeScript's library.
type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;
const json = JSON as unknown as {
  parse(text: string, reviver: Reviver): unknown;
  rawJSON(text: string): unknown;
};

/** Parses JSON; a whole number too large for JavaScript becomes a bigint, so that Anki's 64-bit ids survive. */
export function parseJson(text: string): unknown {
  return json.parse(text, (_key, value, { source }) => {
    const isWide = typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? "");
    return isWide ? BigInt(source ?? "") : value;
  });
}

/** The reverse of `parseJson`. */
export function stringifyJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? json.rawJSON(String(part)) : part));
}
