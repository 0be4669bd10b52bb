/** A program that checks a folder of Markdown. */
export interface Contender {
  readonly name: string;
  /** npm packages and their versions. */
  readonly packages: Readonly<Record<string, string>>;
  /** Its configuration, beside the curriculum's `content`: file name -> text. */
  readonly files: Readonly<Record<string, string>>;
  /** Its program inside `node_modules`, and what it is called with. */
  readonly command: readonly string[];
}
