import { basename } from "node:path";
import { Edition, suggest } from "@high-recall/core";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { explain, Failure } from "./failure.ts";
import { readRegularFile } from "./read-file.ts";

/** Reads an edition.yaml. @throws {Failure} that names the line and column of the first fault */
export async function readEdition(file: string, shownAs: string): Promise<Edition> {
  const text = await readRegularFile(file).catch((error) => {
    throw new Failure(`Cannot read ${shownAs}: ${explain(error)}`);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const fail = (offset: number, reason: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new Failure(`${shownAs}:${line}:${col} ${reason}`);
  };
  const broken = document.errors[0];
  if (broken) fail(broken.pos[0], broken.message);
  const parsed = Edition.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []) as (string | number)[];
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const meant = suggest(key, Object.keys(Edition.shape));
    return fail(
      keyOffset(document, path, key),
      `Unexpected key \`${key}\`, expected ${meant ? `\`${meant}\`` : "a known one"}`,
    );
  }
  return fail(valueOffset(document, path), `${path.length > 0 ? `\`${path.join(".")}\`: ` : ""}${issue?.message}`);
}

type Path = readonly (string | number)[];
type Yaml = ReturnType<typeof parseDocument>;

/** Where the value at a path stands, or the deepest one on the way to it. */
function valueOffset(document: Yaml, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Yaml, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : valueOffset(document, path);
}

/** What a folder of topics without an edition.yaml is published as: every topic, named after the folder. */
export function plainEdition(content: string, topics: readonly string[], date: string): Edition {
  const id =
    basename(content)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "curriculum";
  const title = id.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
  return Edition.parse({
    id,
    title,
    language: "en",
    version: "0.0.0",
    date,
    topics: topics.map((path) => basename(path)),
  });
}
