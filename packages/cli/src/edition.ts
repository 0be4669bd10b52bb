import { basename } from "node:path";
import { checkYamlFile } from "@high-recall/compiler/yaml";
import { Edition } from "@high-recall/core";
import { explain, Failure } from "./failure.ts";
import { readRegularFile } from "./read-file.ts";

/** Reads an edition.yaml. @throws {Failure} that names the line and column of each fault */
export async function readEdition(file: string, shownAs: string): Promise<Edition> {
  const text = await readRegularFile(file).catch((error) => {
    throw new Failure(`Cannot read ${shownAs}: ${explain(error)}`);
  });
  const { value, messages } = await checkYamlFile(shownAs, text, Edition);
  if (messages.length > 0) {
    const lines = messages.map(({ place: { start }, text }) => `${shownAs}:${start.line}:${start.column} ${text}`);
    throw new Failure(lines.join("\n"));
  }
  if (value === undefined) throw new Error(`${shownAs} has no fault and no value`);
  return value;
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
