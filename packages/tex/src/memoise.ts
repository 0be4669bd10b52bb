/** Keys longer than this are rare, and would make the cache large. */
const MAX_KEY_LENGTH = 2_000;

/** A function of one string that remembers its latest `limit` results. */
export function memoise<Result>(compute: (key: string) => Result, limit: number): (key: string) => Result {
  const results = new Map<string, Result>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(key);
    if (key.length > MAX_KEY_LENGTH) return result;
    const [oldest] = results.size >= limit ? results.keys() : [];
    if (oldest !== undefined) results.delete(oldest);
    results.set(key, result);
    return result;
  };
}
