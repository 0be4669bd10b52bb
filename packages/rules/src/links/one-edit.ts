/** Shorter words differ by one letter and mean other things: `gan` and `gru`. */
const shortest = 4;

/**
 * For each word the first of the given ones that differs from it in one letter: one more, one less, another, or two that
 * changed places. Digits do not count as letters, since they number things. Takes linear time: words that are one letter
 * apart are equal once one letter of each is left out.
 */
export function oneEditAway(words: readonly string[]): ReadonlyMap<string, string> {
  const firstWith = new Map<string, string[]>();
  const nearest = new Map<string, string>();
  for (const word of words) {
    if (word.length < shortest) continue;
    const keys = [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
    const near = keys.flatMap((key) => firstWith.get(key) ?? []).find((other) => isOneEdit(word, other));
    if (near !== undefined) nearest.set(word, near);
    for (const key of new Set(keys)) {
      const list = firstWith.get(key);
      if (list === undefined) firstWith.set(key, [word]);
      else if (list.length < 4) list.push(word);
    }
  }
  return nearest;
}

function isOneEdit(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  const [left, right] = [one.slice(start, end), other.slice(start, otherEnd)];
  if (/\d/.test(left + right) || left + right === "") return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
