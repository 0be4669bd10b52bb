import { basename, dirname } from "node:path";
import { checkYamlFile } from "@high-recall/compiler/yaml";
import { Edition, Id } from "@high-recall/core";
import { explain, Failure } from "./failure.ts";
import { glyphs } from "./glyphs.ts";
import { readRegularFile } from "./read-file.ts";

/** Reads an edition.yaml. @throws {Failure} that names the line and column of each fault */
export async function readEdition(file: string, shownAs: string): Promise<Edition> {
  const text = await readRegularFile(file).catch((error) => {
    throw new Failure(`Cannot read ${shownAs}: ${explain(error)}`);
  });
  const { value, messages } = await checkYamlFile(shownAs, text, Edition, {
    isPrintable: glyphs.printable,
    isPrinted: ({ rules }) => rules.printable !== false,
  });
  if (messages.length > 0) {
    const lines = messages.map(({ place: { start }, text }) => `${shownAs}:${start.line}:${start.column} ${text}`);
    throw new Failure(lines.join("\n"));
  }
  if (value === undefined) throw new Error(`${shownAs} has no fault and no value`);
  return value;
}

/**
 * What a folder of topics without an edition.yaml is published as: every topic, named after the folder. Names come from
 * the disk as they are: rules report what cannot be a topic.
 */
export async function plainEdition(content: string, topics: readonly string[], date: string): Promise<Edition> {
  const { idFrom } = await import("./id-from.ts");
  const name = basename(content)
    .replace(/[\p{C}\s_-]+/gu, " ")
    .trim();
  const canPrint = name !== "" && [...name].every((character) => glyphs.printable(character.codePointAt(0) ?? 0));
  const title = canPrint ? name.replace(/^./u, (letter) => letter.toUpperCase()) : "Curriculum";
  return {
    ...{ id: idFrom(name) || "curriculum", title, language: "en", version: "0.0.0", date, authors: [] },
    ...{ topics: topics.map((path) => basename(path)), rules: {}, products: {} },
  };
}

/** An edition.yaml on one line for a folder of topics without one, with an `id` that its author may change before the first release. */
export async function exampleEdition(content: string, topics: readonly string[], date: string): Promise<string> {
  const named = basename(content) === "content" ? dirname(content) : content;
  const { id, title } = await plainEdition(named, topics, date);
  const ids = topics.map((path) => basename(path)).filter((name) => Id.safeParse(name).success);
  const quoted = JSON.stringify(title);
  return `{ id: ${id}, title: ${quoted}, language: en, version: 0.1.0, date: ${date}, topics: [${ids.join(", ") || "basics"}] }`;
}
