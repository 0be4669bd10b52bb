/** One example of a rule's page: files, and the messages that the rule gives for them. */
export interface Example {
  /** Line of the page on which it begins. */
  readonly line: number;
  readonly files: readonly ExampleFile[];
  /** Text of edition.yaml, when the example shows it. */
  readonly edition: string;
  /** `line:column-line:column severity text`, with the file's path before it when the example shows paths. */
  readonly messages: readonly string[];
  readonly isOk: boolean;
}

export interface ExampleFile {
  /** `topic/name`; undefined in an example of one Markdown file. */
  readonly path: string | undefined;
  /**
   * `escaped`: text with escapes such as `\u200b`, and `\xff` for a byte. `repeat`: a count on the first line, then the
   * text to repeat. `symlink`: the path that the link leads to.
   */
  readonly language: "markdown" | "svg" | "python" | "escaped" | "repeat" | "symlink";
  readonly value: string;
}

/**
 * The examples of a rule's page: fences of four backticks under `## Ok` and `## Not ok`. Files with paths are one example
 * when there is no text between them.
 */
export function readExamples(page: string): Example[] {
  const okFrom = page.indexOf("\n## Ok\n");
  const notOkFrom = page.indexOf("\n## Not ok\n");
  if (okFrom < 0 || notOkFrom < okFrom) throw new Error("A page has `## Ok`, then `## Not ok`");
  const examples: Example[] = [];
  let edition = "";
  for (const fence of fencesOf(page, okFrom)) {
    const isOk = fence.line < lineAt(page, notOkFrom);
    const last = examples.at(-1);
    if (fence.language === "yaml") {
      edition = fence.value;
    } else if (fence.language === "text") {
      if (last) examples[examples.length - 1] = { ...last, messages: fence.value.split("\n") };
    } else {
      const file = { path: fence.path, language: fence.language as ExampleFile["language"], value: fence.value };
      if (last && fence.goesOn && fence.path !== undefined) {
        examples[examples.length - 1] = { ...last, files: [...last.files, file] };
      } else {
        examples.push({ line: fence.line, files: [file], edition, messages: [], isOk });
      }
      edition = "";
    }
  }
  return examples;
}

interface Fence {
  readonly line: number;
  readonly language: string;
  readonly path: string | undefined;
  readonly value: string;
  /** Whether it follows another file with a path, without text between them. */
  readonly goesOn: boolean;
}

function fencesOf(page: string, from: number): Fence[] {
  const fences = /^(`{3,})(\w+)(?: (\S+))?\n([\s\S]*?)\n\1$/gm;
  fences.lastIndex = from;
  let endOfFile: number | undefined;
  return [...page.matchAll(fences)].map((match) => {
    const path = match[3];
    const goesOn = endOfFile !== undefined && page.slice(endOfFile, match.index).trim() === "";
    endOfFile = path === undefined ? undefined : match.index + match[0].length;
    return { line: lineAt(page, match.index + 1), language: match[2] ?? "", path, value: match[4] ?? "", goesOn };
  });
}

function lineAt(page: string, offset: number): number {
  return page.slice(0, offset).split("\n").length;
}
