import { flatten, type KeyPath, type Phrase } from "@high-recall/rules";
import type { Heading } from "mdast";
import { type ParserName, parseMarkdown } from "../parse/parse-markdown.ts";

/** Parses inline Markdown of the front matter. */
export function parsePhrase(value: string, path: KeyPath, parser: ParserName): Phrase {
  const text = `${opening}${value.replace(/[\r\n]/g, " ")} #`;
  const root = isPlain(value) ? plainHeading(value) : parseHeading(text, parser);
  return {
    holds: "phrase",
    value,
    root,
    text,
    // Plain words need no checks.
    nodes: isPlain(value) ? [] : flatten(root, Number.POSITIVE_INFINITY),
    at: (start, end) => ({ path, part: "value", range: [within(start, value), within(end, value)] }),
  };
}

const opening = "# ";

/** In a heading with a closing sequence the text can only be inline: no list, no table, no second paragraph. */
function parseHeading(text: string, parser: ParserName): Heading {
  const [heading] = parseMarkdown(text, parser).children;
  if (heading?.type !== "heading") throw new Error("A phrase is parsed as a heading");
  return heading;
}

function plainHeading(value: string): Heading {
  return { type: "heading", depth: 1, children: [{ type: "text", value }] };
}

/** Whether the text contains nothing that could be markup; most titles need no parser. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N},;?()'"%+-]+(?:[ .:][\p{L}\p{N},;?()'"%+-]+)*[.:]?$/u.test(text) && !/www\./i.test(text);
}

function within(offset: number, value: string): number {
  return Math.min(Math.max(offset - opening.length, 0), value.length);
}
