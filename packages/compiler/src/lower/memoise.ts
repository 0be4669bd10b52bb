/** Caches the results of a pure function of a text. The cache is cleared when it has `limit` entries. */
export function memoise<Value>(make: (text: string) => Value, limit = 20_000): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Value;
    if (known.size >= limit) known.clear();
    const value = make(text);
    known.set(text, value);
    return value;
  };
}
