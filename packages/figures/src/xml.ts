import { quote } from "@high-recall/core";
import { SaxesParser } from "saxes";
import { type FaultList, type Place, Stopped } from "./fault.ts";
import { limits } from "./limits.ts";
import { type SourceText, sourceText } from "./source-text.ts";

/** An element; its place is that of its start tag. */
export interface XmlElement extends Place {
  /** As the file writes it, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly children: readonly (XmlElement | XmlText)[];
  readonly parent: XmlElement | undefined;
}

export interface XmlAttribute extends Place {
  readonly name: string;
  readonly value: SourceText;
}

/** Text between tags. */
export interface XmlText {
  readonly content: SourceText;
}

export function isElement(node: XmlElement | XmlText): node is XmlElement {
  return "name" in node;
}

/**
 * Reads XML without DOCTYPE, entities and processing instructions into a tree. `saxes` reads in one pass without
 * recursion, checks namespaces, and knows where it is.
 *
 * @throws {Stopped} at the first fault of syntax or size: more would follow from it
 */
export function parseXml(source: string, faults: FaultList): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  let root: XmlElement | undefined;
  let closed: XmlElement | undefined;
  let count = 0;
  /** Where the last piece of markup or text ended. */
  let at = 0;
  let attributes = new Map<string, XmlAttribute>();
  const open: (XmlElement & { children: (XmlElement | XmlText)[] })[] = [];
  const addText = (content: SourceText) => void open.at(-1)?.children.push({ content });

  parser.on("error", (error) => {
    const detail = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    const end = Math.min(parser.position, source.length);
    const tag = detail === "unexpected close tag" ? closed : undefined;
    if (tag) {
      const start = source.lastIndexOf("</", end);
      faults.stop(
        `${quote(tag.name)} is not closed before ${quote(source.slice(start, end))}: write \`</${tag.name}>\``,
        { start, end },
      );
    }
    const reason = `The SVG is not well-formed XML (${detail}): correct it, or export the drawing again`;
    faults.stop(reason, { start: Math.max(end - 1, 0), end });
  });
  parser.on("xmldecl", () => {
    at = parser.position;
  });
  parser.on("doctype", () => {
    const reason = "A DOCTYPE can declare entities: delete it, browsers do not need it";
    faults.unsafe(reason, { start: source.indexOf("<!DOCTYPE", at), end: parser.position });
    throw new Stopped(reason);
  });
  parser.on("processinginstruction", ({ target }) => {
    faults.unsafe(`${quote(`<?${target}`)} is an instruction to programs that read the file: delete it`, {
      start: at,
      end: parser.position,
    });
    at = parser.position;
  });
  parser.on("comment", () => {
    // The parser reports a comment before it has read the last `>`.
    at = parser.position + 1;
  });
  parser.on("text", (text) => {
    const end = parser.position - 1;
    addText(sourceText(source, at, end, text));
    at = end;
  });
  parser.on("cdata", (text) => {
    addText(sourceText(source, at + "<![CDATA[".length, parser.position - "]]>".length, text));
    at = parser.position;
  });
  parser.on("attribute", ({ name, value }) => {
    const end = parser.position;
    const valueStart = source.lastIndexOf(source[end - 1] ?? "", end - 2) + 1;
    const start = source.lastIndexOf(name, valueStart - 2);
    if (attributes.size === limits.attributes) {
      faults.stop(`An element has more than ${limits.attributes} attributes: delete those that draw nothing`, {
        start,
        end,
      });
    }
    attributes.set(name, { name, value: sourceText(source, valueStart, end - 1, value), start, end });
  });
  parser.on("opentag", ({ name }) => {
    const parent = open.at(-1);
    const element = { name, attributes, children: [], parent, start: at, end: parser.position };
    count++;
    if (count > limits.elements) faults.stop(tooManyElements, element);
    if (open.length >= limits.depth) faults.stop(tooDeep, element);
    if (parent) parent.children.push(element);
    root ??= element;
    open.push(element);
    attributes = new Map();
    at = parser.position;
  });
  parser.on("closetag", () => {
    closed = open.pop();
    at = parser.position;
  });
  parser.write(source).close();
  if (!root) throw new Error("XML without a root element was not refused");
  return root;
}

export const tooManyElements = `The drawing has more than ${limits.elements.toLocaleString("en")} elements: save it with fewer`;
const tooDeep = `There are more than ${limits.depth} elements inside one another: take some groups apart`;
