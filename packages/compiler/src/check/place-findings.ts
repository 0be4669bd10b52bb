import { type Fix, fileStart, Lines, type Message, type Place, type Related } from "@high-recall/core";
import type { At, Finding, KeyReference } from "@high-recall/rules";
import type { PlacedYaml } from "../front-matter/placed-yaml.ts";

/** A finding and the file that it is about. */
export interface FileFinding {
  /** As messages show it. */
  readonly file: string;
  readonly finding: Finding;
}

/**
 * Findings to messages: keys and values of front matter get their places, and replacements that no longer fit are
 * dropped. The same words at the same place are one message: many links may use one definition.
 * @param textOf the text of a file; undefined when it has none, such as a file that is missing
 */
export async function placeFindings(
  findings: readonly FileFinding[],
  textOf: (file: string) => string | undefined,
): Promise<Message[]> {
  if (findings.length === 0) return [];
  const { readPlacedYaml } = await import("../front-matter/placed-yaml.ts");
  const known = new Map<string, Placer>();
  const placerOf = (file: string) => {
    let placer = known.get(file);
    if (placer === undefined) {
      placer = new Placer(textOf(file) ?? "", (text, [start, end]) => readPlacedYaml(text, start, end).yaml);
      known.set(file, placer);
    }
    return placer;
  };
  const messages = findings.map(({ file, finding: { rule, text, at, details } }): Message => {
    const placer = placerOf(file);
    const place = placer.placeOf(at);
    return {
      file,
      place,
      rule: rule.name,
      severity: rule.severity,
      // Words that were not quoted (of tex, say) may hold what a terminal would obey.
      text: text.replace(/\p{Cc}+/gu, " "),
      url: rule.url,
      fixes: fixesFor(place, placer.inQuotes(at, details.replace), placer.text),
      related: (details.related ?? []).map((other): Related => {
        const otherFile = other.file ?? file;
        return { file: otherFile, place: placerOf(otherFile).placeOf(other.at), text: other.text };
      }),
    };
  });
  return withoutRepeats(messages);
}

function withoutRepeats(messages: readonly Message[]): Message[] {
  const seen = new Set<string>();
  return messages.filter(({ file, place, rule, text }) => {
    const key = JSON.stringify([file, place.start.offset, place.end.offset, rule, text]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The message as a draft has it: a fault there stops nobody. */
export function asWarning(message: Message): Message {
  return { ...message, severity: "warning" };
}

/** A replacement fits when the file has exactly the text it replaces: no escape, no entity, no quotes. */
function fixesFor(place: Place, replace: Finding["details"]["replace"], text: string): Fix[] {
  if (replace === undefined || replace.actual === "") return [];
  if (text.slice(place.start.offset, place.end.offset) !== replace.actual) return [];
  return replace.by.map((by) => ({ replacements: [{ place, text: by }] }));
}

class Placer {
  readonly text: string;
  readonly #read: (text: string, extent: readonly [number, number]) => PlacedYaml | undefined;
  #lines: Lines | undefined;
  #yaml: PlacedYaml | undefined;
  #isRead = false;

  constructor(text: string, read: (text: string, extent: readonly [number, number]) => PlacedYaml | undefined) {
    this.text = text;
    this.#read = read;
  }

  /** Texts to write into a part of a value, as the quotes around it need them. */
  inQuotes(at: At, replace: Finding["details"]["replace"]): Finding["details"]["replace"] {
    if (replace === undefined || "start" in at || at.range === undefined) return replace;
    const whole = this.#yamlOnce()?.textOf(at.path, at.part)?.whole;
    const first = this.text.charAt(whole?.[0] ?? 0);
    const by = replace.by.map((text) => yamlText(text, first, at.range?.[0] === 0));
    return { ...replace, by: by.filter((text) => text !== undefined) };
  }

  placeOf(at: At): Place {
    if ("start" in at) return at;
    this.#lines ??= new Lines(this.text);
    const range = this.#rangeOf(at);
    return range === undefined ? fileStart : this.#lines.placeOf(...range);
  }

  /** What is missing is placed on the list entry or the key that lacks it, else on the value of `kind` or `id`. */
  #rangeOf({ path, part, range }: KeyReference): readonly [number, number] | undefined {
    const yaml = this.#yamlOnce();
    const found = path.length > 0 ? yaml?.rangeOf(path, part) : undefined;
    if (found !== undefined) {
      const offsets = range && yaml?.textOf(path, part)?.offsets;
      const from = range && offsets?.[range[0]];
      const to = range && offsets?.[range[1]];
      return from === undefined || to === undefined ? found : [from, to];
    }
    for (let length = path.length - 1; length > 0; length--) {
      const isEntry = typeof path[length - 1] === "number";
      const around = yaml?.rangeOf(path.slice(0, length), isEntry ? "value" : "key");
      if (around !== undefined) return around;
    }
    const around = path[0] === "kind" ? undefined : (yaml?.rangeOf(["kind"]) ?? yaml?.rangeOf(["id"]));
    return around ?? [0, this.text.search(/\r?\n|$/)];
  }

  #yamlOnce(): PlacedYaml | undefined {
    if (!this.#isRead) {
      this.#isRead = true;
      const extent = frontMatterExtent(this.text);
      this.#yaml = extent && this.#read(this.text, extent);
    }
    return this.#yaml;
  }
}

/** A text as it is written inside these quotes; undefined where it could mean something else without quotes. */
function yamlText(text: string, quote: string, isStart: boolean): string | undefined {
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return text.replace(/[\\"]/g, "\\$&");
  const isUnsafe = /[#:,[\]{}\r\n]/.test(text) || (isStart && /^[\s\-?&*!|>'"%@`]/.test(text));
  return isUnsafe ? undefined : text;
}

/** Offsets of the YAML of a file that is known to have front matter; all of a file that ends in `.yaml`. */
function frontMatterExtent(text: string): readonly [start: number, end: number] | undefined {
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (opening === null) return [0, text.length];
  const closing = /^(?:---|\.\.\.)[ \t]*$/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text.replaceAll("\r", " "))?.index;
  return end === undefined ? undefined : [opening[0].length, end];
}
