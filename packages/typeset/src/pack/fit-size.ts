/** Step between the type sizes tried, in points. */
const step = 0.05;

/**
 * The largest type size between `least` and `most` that fits, to 1/20 pt; undefined if not even the least does. A size
 * that fits means that all smaller ones fit.
 */
export function fitSize(least: number, most: number, fits: (size: number) => boolean): number | undefined {
  const sizeAt = (index: number) => Math.round((least + index * step) * 100) / 100;
  let [low, high] = [0, Math.round((most - least) / step)];
  if (!fits(sizeAt(low))) return undefined;
  if (fits(sizeAt(high))) return sizeAt(high);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(sizeAt(middle))) low = middle;
    else high = middle;
  }
  return sizeAt(low);
}

/**
 * Like `fitSize`, for a size probably near `from`, which fits: it tries fewer sizes, which counts for long documents.
 */
export function growSize(from: number, most: number, fits: (size: number) => boolean): number {
  let low = from;
  for (let stride = 4 * step; low < most; stride *= 2) {
    const high = Math.min(most, Math.round((low + stride) * 100) / 100);
    if (!fits(high)) return fitSize(low, Math.round((high - step) * 100) / 100, fits) ?? low;
    low = high;
  }
  return low;
}
