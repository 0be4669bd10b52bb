import type { Curriculum, Topic } from "@high-recall/core";

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
    printed = withQuotes(topic, { before: "" });
    cache.set(topic, printed);
  }
  return printed;
}

/** The last character, across inline nodes: it decides whether a quotation mark opens or closes. */
interface Place {
  before: string;
}

interface Node {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly url?: unknown;
  readonly title?: unknown;
}

/** A copy with typographic quotes; nodes without quotation marks keep their identity. */
function withQuotes<T>(value: T, place: Place): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (const [index, entry] of value.entries()) {
      const printed = withQuotes(entry, place);
      if (printed === entry) continue;
      copy ??= [...value];
      copy[index] = printed;
    }
    return (copy ?? value) as T;
  }
  const { type, value: text, url, title } = value as Node;
  if (typeof text === "string") {
    const printed = type === "text" ? textWithQuotes(text, place) : text;
    place.before = printed.at(-1) ?? place.before;
    return printed === text ? value : { ...value, value: printed };
  }
  if (!isInline(type)) place.before = "";
  let copy: Record<string, unknown> | undefined;
  const change = (key: string, printed: unknown) => {
    copy = { ...(copy ?? (value as object)), [key]: printed };
  };
  for (const key of Object.keys(value)) {
    const entry = (value as Record<string, unknown>)[key];
    const printed = withQuotes(entry, place);
    if (printed !== entry) change(key, printed);
  }
  // A source: its title is plain text.
  if (type === undefined && typeof url === "string" && typeof title === "string" && /["']/.test(title)) {
    change("title", textWithQuotes(title, { before: "" }));
  }
  return (copy ?? value) as T;
}

function isInline(type: unknown): boolean {
  return type === "emphasis" || type === "strong" || type === "delete" || type === "link" || type === "mark";
}

function textWithQuotes(text: string, place: Place): string {
  if (!/["']/.test(text)) return text;
  let printed = "";
  for (const part of text.split(/(["'])/)) {
    const before = printed.at(-1) ?? place.before;
    const rest = text.slice(printed.length + 1);
    printed += part === '"' || part === "'" ? quote(part, before, rest) : part;
  }
  return printed;
}

/** Characters after which a quotation mark opens. */
const openers = /^$|[\s([{–—/“‘]/;

function quote(sign: string, before: string, rest: string): string {
  if (sign === '"') return openers.test(before) ? "“" : "”";
  // A year without its century: '98.
  return openers.test(before) && !/^\d\d(?!\d)/.test(rest) ? "‘" : "’";
}
