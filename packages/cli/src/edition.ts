import { basename } from "node:path";
import { checkYamlFile } from "@high-recall/compiler/yaml";
import { Edition } from "@high-recall/core";
import { explain, Failure } from "./failure.ts";
import { glyphs } from "./glyphs.ts";
import { readRegularFile } from "./read-file.ts";

/** Reads an edition.yaml. @throws {Failure} that names the line and column of the first fault */
export async function readEdition(file: string, shownAs: string): Promise<Edition> {
  const text = await readRegularFile(file).catch((error) => {
    throw new Failure(`Cannot read ${shownAs}: ${explain(error)}`);
  });
  const { value, messages } = await checkYamlFile(shownAs, text, Edition, {
    isPrintable: glyphs.printable,
    isPrinted: ({ rules }) => rules.printable !== false,
  });
  const [first] = messages;
  if (first !== undefined) {
    const { line, column } = first.place.start;
    throw new Failure(`${shownAs}:${line}:${column} ${first.text}`);
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
