import { type Phrase, plainText, quote } from "@high-recall/core";
import type { Heading } from "mdast";
import { VFile } from "vfile";
import type { Ground } from "./ground.ts";
import { lowerInlines } from "./inlines.ts";
import { type ParserName, parse } from "./parse.ts";
import { type PlacedText, placeWithin } from "./place.ts";
import { report } from "./report.ts";

/** Parses inline Markdown of the front matter; faults are placed inside the YAML value. */
export function readPhrase(file: VFile, placed: PlacedText, parser: ParserName): Phrase {
  if (isPlain(placed.text)) return { text: placed.text, children: [{ type: "text", value: placed.text }] };
  // As a heading with a closing sequence the text can be nothing but inline: no list, no table, no second paragraph.
  const line = placed.text.replace(/[\r\n]/g, " ");
  const text = `${opening}${line} #`;
  const [heading] = parse(new VFile(text), parser).children as [Heading];
  const ground: Ground = {
    file,
    text,
    place: (start, end) => placeWithin(file, placed, ...clip(start, end, placed.text.length)),
    holds: "phrase",
    definitions: new Map(),
    topic: "",
    figures: new Set(),
    highlight: () => [],
    isTable: false,
    isMark: false,
    onLink: () => {},
  };
  const children = lowerInlines(heading.children, ground, heading);
  const phrase = { text: plainText(children), children };
  if (line !== "" && line.trim() === "") {
    report(file, "inline-markdown", `Unexpected ${quote(line)}, expected words`, placeWithin(file, placed));
  }
  return phrase;
}

/** Whether the text holds nothing that could be markup; saves most titles a parser. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N},;?()'"%+-]+(?:[ .:][\p{L}\p{N},;?()'"%+-]+)*[.:]?$/u.test(text) && !/www\./i.test(text);
}

const opening = "# ";

function clip(start: number, end: number, length: number): [number, number] {
  const within = (offset: number) => Math.min(Math.max(offset - opening.length, 0), length);
  return [within(start), within(end)];
}
