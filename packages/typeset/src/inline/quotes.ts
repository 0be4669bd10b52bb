import type { Curriculum, Topic } from "@high-recall/core";

/**
 * The curriculum with the quotation marks and apostrophes of print in its running text, where its language writes them
 * as English does; code and formulas keep theirs. A topic that is given again comes back as the same object.
 */
export function withPrintedQuotes(curriculum: Curriculum): Curriculum {
  if (!/^en\b/i.test(curriculum.edition.language)) return curriculum;
  return { ...curriculum, topics: curriculum.topics.map(printedTopic) };
}

const known = new WeakMap<Topic, Topic>();

function printedTopic(topic: Topic): Topic {
  let printed = known.get(topic);
  if (!printed) {
    printed = changed(topic, { before: "" });
    known.set(topic, printed);
  }
  return printed;
}

/** What the last character was: a quotation mark opens or closes by what stands before it, across inline nodes. */
interface Place {
  before: string;
}

interface Node {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly url?: unknown;
  readonly title?: unknown;
}

/** A copy with other text; what holds no quotation mark stays the same object. */
function changed<T>(value: T, place: Place): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (const [index, entry] of value.entries()) {
      const printed = changed(entry, place);
      if (printed === entry) continue;
      copy ??= [...value];
      copy[index] = printed;
    }
    return (copy ?? value) as T;
  }
  const { type, value: text, url, title } = value as Node;
  if (typeof text === "string") {
    const printed = type === "text" ? printedText(text, place) : text;
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
    const printed = changed(entry, place);
    if (printed !== entry) change(key, printed);
  }
  // A source, whose title is plain text.
  if (type === undefined && typeof url === "string" && typeof title === "string" && /["']/.test(title)) {
    change("title", printedText(title, { before: "" }));
  }
  return (copy ?? value) as T;
}

function isInline(type: unknown): boolean {
  return type === "emphasis" || type === "strong" || type === "delete" || type === "link" || type === "mark";
}

function printedText(text: string, place: Place): string {
  if (!/["']/.test(text)) return text;
  let printed = "";
  for (const part of text.split(/(["'])/)) {
    const before = printed.at(-1) ?? place.before;
    const rest = text.slice(printed.length + 1);
    printed += part === '"' || part === "'" ? quote(part, before, rest) : part;
  }
  return printed;
}

/** After these a quotation mark opens. */
const openers = /^$|[\s([{–—/“‘]/;

function quote(mark: string, before: string, rest: string): string {
  if (mark === '"') return openers.test(before) ? "“" : "”";
  // A year is short of its century: '98.
  return openers.test(before) && !/^\d\d(?!\d)/.test(rest) ? "‘" : "’";
}
