/** Thrown by `write` and `read`: what is wrong, where, and how to fix it. */
export class PackageError extends Error {
  override name = "PackageError";
  /** Such as `note 3 (guid "abc")`. */
  readonly where: string;

  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
    this.where = where;
  }
}
