/** Keys longer than this are rare, and would make the cache large. */
const MAX_KEY_LENGTH = 2_000;

/** A function of one string that remembers its results, and forgets all when there are more than `limit`. */
export function memoise<Result>(compute: (key: string) => Result, limit: number): (key: string) => Result {
  const results = new Map<string, Result>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(key);
    if (key.length > MAX_KEY_LENGTH) return result;
    if (results.size >= limit) results.clear();
    results.set(key, result);
    return result;
  };
}
