/** Greatest depth of groups, environments and arguments: deeper ones would overflow the stack. */
export const MAX_DEPTH = 60;

/** Greatest length of a formula in UTF-16 units: longer ones would take noticeable time. */
export const MAX_LENGTH = 10_000;

export function tooLong(length: number): string {
  return `The formula has ${length} characters: write at most ${MAX_LENGTH}`;
}

export function tooDeep(): string {
  return `The formula nests too deep: use at most ${MAX_DEPTH} levels`;
}
