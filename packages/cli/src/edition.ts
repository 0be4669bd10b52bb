import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Edition } from "@high-recall/core";
import { LineCounter, parseDocument } from "yaml";
import { explain, Failure } from "./failure.ts";

/** Reads an edition.yaml. @throws {Failure} that names the line and column of the first fault */
export async function readEdition(path: string, shownAs: string): Promise<Edition> {
  const text = await readFile(path, "utf8").catch((error) => {
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
  const path_ = (issue?.path ?? []) as (string | number)[];
  const key = issue?.code === "unrecognized_keys" ? [...path_, issue.keys[0] ?? ""] : path_;
  const node = nearestNode(document, key);
  return fail(
    node?.range?.[0] ?? 0,
    `${key.length > 0 ? `\`${key.join(".")}\`: ` : ""}${issue?.message ?? "is wrong"}`,
  );
}

/** The node at a path, or the deepest one on the way to it. */
function nearestNode(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]) {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (node && typeof node === "object" && "range" in node) return node as { range?: [number, number, number] | null };
  }
  return undefined;
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
