/** Steps of type size that are tried, in points. */
const step = 0.05;

/**
 * The largest type size between `least` and `most` of which `suits` is true, to 1/20 pt; undefined when even the least
 * is too large. What suits at one size suits at every smaller one.
 */
export function fitSize(least: number, most: number, suits: (size: number) => boolean): number | undefined {
  const sizeAt = (index: number) => Math.round((least + index * step) * 100) / 100;
  let [low, high] = [0, Math.round((most - least) / step)];
  if (!suits(sizeAt(low))) return undefined;
  if (suits(sizeAt(high))) return sizeAt(high);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (suits(sizeAt(middle))) low = middle;
    else high = middle;
  }
  return sizeAt(low);
}

/** As `fitSize`, for a size that is near `from`, which suits: fewer sizes are tried, which counts for long documents. */
export function growSize(from: number, most: number, suits: (size: number) => boolean): number {
  let low = from;
  for (let stride = 4 * step; low < most; stride *= 2) {
    const high = Math.min(most, Math.round((low + stride) * 100) / 100);
    if (!suits(high)) return fitSize(low, Math.round((high - step) * 100) / 100, suits) ?? low;
    low = high;
  }
  return low;
}
