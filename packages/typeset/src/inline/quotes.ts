import { type Curriculum, type Inline, isInline, type Topic, unreachable } from "@high-recall/core";
import { typographicMarks } from "./quotation-marks.ts";

/**
 * The curriculum with typographic quotation marks and apostrophes in its running text, if its language is English; code
 * and formulas keep theirs. The same topic object always gives the same result object.
 */
export function withTypographicQuotes(curriculum: Curriculum): Curriculum {
  if (!/^en\b/i.test(curriculum.edition.language)) return curriculum;
  return { ...curriculum, topics: curriculum.topics.map(topicWithQuotes) };
}

const cache = new WeakMap<Topic, Topic>();

function topicWithQuotes(topic: Topic): Topic {
  let printed = cache.get(topic);
  if (!printed) {
    printed = withQuotes(topic);
    cache.set(topic, printed);
  }
  return printed;
}

/** A copy with typographic quotes; what has no quotation marks keeps its identity. */
function withQuotes<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return (isLine(value) ? lineWithQuotes(value) : mapKept(value, withQuotes)) as T;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, entry] of Object.entries(value)) {
    const printed = isTitleOfSource(value, key) ? typographicMarks(String(entry)) : withQuotes(entry);
    if (printed !== entry) copy = { ...(copy ?? value), [key]: printed };
  }
  return (copy ?? value) as T;
}

function isLine(values: readonly unknown[]): values is readonly Inline[] {
  return (
    values.length > 0 &&
    values.every((value) => typeof value === "object" && value !== null && isInline(value as Inline))
  );
}

/** The title of a source is plain text. */
function isTitleOfSource(value: { type?: unknown; url?: unknown; title?: unknown }, key: string): boolean {
  return (
    key === "title" && value.type === undefined && typeof value.url === "string" && typeof value.title === "string"
  );
}

/** The marks of a line depend on each other across emphasis, links and code. */
function lineWithQuotes(line: readonly Inline[]): readonly Inline[] {
  const given = markedText(line);
  const printed = typographicMarks(given);
  if (printed === given) return line;
  let at = 0;
  const print = (inline: Inline): Inline => {
    switch (inline.type) {
      case "text": {
        const value = printed.slice(at, at + inline.value.length);
        at += inline.value.length;
        return value === inline.value ? inline : { ...inline, value };
      }
      case "inlineCode":
      case "inlineMath":
      case "break":
        at += 1;
        return inline;
      case "emphasis":
      case "strong":
      case "delete":
      case "mark":
      case "link": {
        const children = mapKept(inline.children, print);
        return children === inline.children ? inline : { ...inline, children };
      }
      default:
        return unreachable(inline);
    }
  };
  return mapKept(line, print);
}

/** The text of a line; code or a formula counts as one letter. */
function markedText(line: readonly Inline[]): string {
  return line
    .map((inline) => {
      switch (inline.type) {
        case "text":
          return inline.value;
        case "inlineCode":
        case "inlineMath":
          return "x";
        case "break":
          return "\n";
        case "emphasis":
        case "strong":
        case "delete":
        case "mark":
        case "link":
          return markedText(inline.children);
        default:
          return unreachable(inline);
      }
    })
    .join("");
}

/** As `map`; the same array if nothing changed. */
function mapKept<Value>(values: readonly Value[], change: (value: Value) => Value): Value[] {
  const changed = values.map(change);
  return changed.some((value, index) => value !== values[index]) ? changed : (values as Value[]);
}
