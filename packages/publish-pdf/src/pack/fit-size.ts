/** Steps of type size that are tried, in points. */
const step = 0.05;

/**
 * The largest type size between `least` and `most` at which `pagesAt(size)` is at most `pages`, to 1/20 pt; undefined
 * when even the least is too large.
 */
export function fitSize(
  least: number,
  most: number,
  pages: number,
  pagesAt: (size: number) => number,
): number | undefined {
  const sizeAt = (index: number) => Math.round((least + index * step) * 100) / 100;
  let [low, high] = [0, Math.round((most - least) / step)];
  if (pagesAt(sizeAt(low)) > pages) return undefined;
  if (pagesAt(sizeAt(high)) <= pages) return sizeAt(high);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (pagesAt(sizeAt(middle)) <= pages) low = middle;
    else high = middle;
  }
  return sizeAt(low);
}
