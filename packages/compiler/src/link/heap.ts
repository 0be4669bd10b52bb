/** A priority queue of numbers, the smallest first: a binary heap. */
export class Heap {
  readonly #values: number[] = [];

  push(value: number): void {
    const values = this.#values;
    let at = values.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = values[parent] as number;
      if (above <= value) break;
      values[at] = above;
      at = parent;
    }
    values[at] = value;
  }

  /** Takes the smallest number; undefined when none is left. */
  pop(): number | undefined {
    const values = this.#values;
    const smallest = values[0];
    const last = values.pop();
    if (last === undefined || values.length === 0) return smallest;
    let at = 0;
    for (let child = 1; child < values.length; child = 2 * at + 1) {
      if (child + 1 < values.length && (values[child + 1] as number) < (values[child] as number)) child++;
      const below = values[child] as number;
      if (below >= last) break;
      values[at] = below;
      at = child;
    }
    values[at] = last;
    return smallest;
  }
}
