/** For `sort`: by code unit, so that no locale matters. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
