import { basename, dirname } from "node:path/posix";
import {
  type FileData,
  FrontMatter,
  kinds,
  type Matter,
  type Phrase,
  quote,
  TopicFrontMatter,
} from "@high-recall/core";
import type { Root } from "mdast";
import type { VFile } from "vfile";
import { checkFormula } from "./formulas.ts";
import { complaints } from "./issues.ts";
import type { ParserName } from "./parse.ts";
import { readPhrase } from "./phrase.ts";
import { placeAt, placeWithin } from "./place.ts";
import { report } from "./report.ts";
import { type Path, readYaml, type Yaml } from "./yaml.ts";

/** What `lower` needs of the front matter besides its values. */
export interface ReadMatter extends Matter {
  /** Front matter of a topic's README, when all of it is right. */
  readonly topic: TopicFrontMatter | undefined;
  /** The inline Markdown at a path, parsed; undefined when there is no text. */
  phrase(path: Path): Phrase | undefined;
}

/** Reads and checks the front matter: each fault becomes a message on the key or value where it lies. */
export function readMatter(root: Root, file: VFile, parser: ParserName = "satteri"): ReadMatter {
  const isTopicPage = file.basename === "README.md";
  const yaml = findYaml(root, file);
  const values = isRecord(yaml?.value) ? yaml.value : {};
  const kind = kinds.find((known) => known === values.kind);
  const matter: Omit<ReadMatter, "front" | "topic" | "phrase"> = {
    kind: isTopicPage ? undefined : kind,
    values,
    place: (path, part) => placeOf(file, yaml, path, part),
  };
  if (yaml === undefined) return { ...matter, front: undefined, topic: undefined, phrase: () => undefined };

  const schema = isTopicPage ? TopicFrontMatter : FrontMatter;
  const isIdRight = checkId(file, values.id, matter);
  for (const complaint of complaints(schema, yaml.value ?? {})) {
    if (!isIdRight && complaint.path[0] === "id") continue;
    report(file, complaint.rule, complaint.reason, matter.place(complaint.path, complaint.part), complaint);
  }
  if (kind === "formula") checkSymbols(file, values, yaml);
  const phrases = readPhrases(file, values, yaml, parser);
  return {
    ...matter,
    front: isTopicPage ? undefined : FrontMatter.safeParse(values).data,
    topic: isTopicPage ? TopicFrontMatter.safeParse(values).data : undefined,
    phrase: (path) => phrases.get(JSON.stringify(path)),
  };
}

function findYaml(root: Root, file: VFile): Yaml | undefined {
  const [first] = root.children;
  const text = String(file);
  if (first?.type === "yaml") {
    const start = text.indexOf("\n", first.position?.start.offset) + 1;
    const last = first.position?.end.offset ?? 0;
    const end = text.lastIndexOf("\n", last - 1) + 1;
    if (text.slice(end, last).startsWith("...")) {
      // Some parsers end front matter there, as YAML itself does; others read on.
      report(
        file,
        "yaml-syntax",
        `Unexpected \`...\`, expected \`---\` after the front matter`,
        placeAt(file, end, last),
      );
      return undefined;
    }
    return readYaml(file, start, Math.max(start, end));
  }
  const opening = /^\ufeff?---[ \t]*(?=\r?\n|$)/.exec(text)?.[0];
  const reason =
    opening === undefined
      ? "Unexpected file without front matter, expected a first line `---`, keys such as `id` and `title`, and a line `---`"
      : "Unexpected front matter that is never closed, expected a line `---` after its last key";
  report(file, "front-matter", reason, placeAt(file, 0, opening?.length ?? 0));
  return undefined;
}

function placeOf(file: VFile, yaml: Yaml | undefined, path: Path, part?: "key" | "value") {
  const found = yaml?.place(path, part);
  if (found !== undefined && path.length > 0) return found;
  for (let length = path.length - 1; length > 0; length--) {
    const isEntry = typeof path[length - 1] === "number";
    const around = yaml?.place(path.slice(0, length), isEntry ? "value" : "key");
    if (around !== undefined) return around;
  }
  const around = path[0] === "kind" ? undefined : (yaml?.place(["kind"]) ?? yaml?.place(["id"]));
  return around ?? placeAt(file, 0, String(file).search(/\r?\n|$/));
}

/** An id is the name of its file, or of its folder when the file is the topic's page. */
function checkId(file: VFile, id: unknown, matter: Pick<Matter, "place">): boolean {
  const data = file.data as FileData & { readonly siblings?: ReadonlyMap<string, string> };
  const isTopicPage = file.basename === "README.md";
  const name = isTopicPage ? (data.topic ?? basename(dirname(file.path))) : (file.stem ?? "");
  if (typeof id !== "string" || id === name || name === "" || name === ".") return true;
  const sibling = isTopicPage ? undefined : data.siblings?.get(id);
  const taken = sibling === undefined ? "" : ` already used by ${quote(sibling)},`;
  const owner = isTopicPage ? "folder" : "file";
  const reason = `Unexpected id ${quote(id)},${taken} expected the ${owner}'s name: ${quote(name)}`;
  report(file, "id-matches-file", reason, matter.place(["id"]), { actual: id, expected: [name] });
  return false;
}

function checkSymbols(file: VFile, values: Readonly<Record<string, unknown>>, yaml: Yaml): void {
  if (!isRecord(values.symbols)) return;
  for (const tex of Object.keys(values.symbols)) {
    const placed = yaml.text(["symbols", tex], "key");
    if (placed !== undefined) checkFormula(file, tex, false, (start, end) => placeWithin(file, placed, start, end));
  }
}

/** Parses every value that is inline Markdown, whatever else may be wrong. */
function readPhrases(
  file: VFile,
  values: Readonly<Record<string, unknown>>,
  yaml: Yaml,
  parser: ParserName,
): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  const read = (path: Path, value: unknown) => {
    const placed = typeof value === "string" ? yaml.text(path) : undefined;
    if (placed !== undefined) phrases.set(JSON.stringify(path), readPhrase(file, placed, parser));
  };
  for (const key of ["title", "summary"]) read([key], values[key]);
  for (const key of ["asked", "aliases"])
    entries(values[key]).forEach((value, index) => void read([key, index], value));
  if (isRecord(values.symbols))
    for (const [tex, meaning] of Object.entries(values.symbols)) read(["symbols", tex], meaning);
  entries(values.steps).forEach((step, index) => {
    if (!isRecord(step)) return;
    read(["steps", index, "title"], step.title);
    read(["steps", index, "note"], step.note);
  });
  entries(values.retired).forEach((entry, index) => {
    if (isRecord(entry)) read(["retired", index, "reason"], entry.reason);
  });
  return phrases;
}

function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
