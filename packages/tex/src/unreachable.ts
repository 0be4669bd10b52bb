/** Ends a `switch` over a closed union: a new member that no case handles fails to compile here.
 *  @throws {TypeError} when a value is not of its type after all. */
export function unreachable(value: never): never {
  throw new TypeError(`No case handles ${JSON.stringify(value)}`);
}
