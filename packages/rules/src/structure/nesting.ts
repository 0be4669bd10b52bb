import { defineRule } from "../rule.ts";

/** Greatest nesting depth of lists, quotes, emphasis and links. */
export const deepestNesting = 12;

const remedy = `use at most ${deepestNesting}`;

/** Nobody reads text this deep, and some parsers take seconds for it. */
export const nesting = defineRule({
  name: "nesting",
  severity: "error",
  description: `Lists, quotations and emphasis are at most ${deepestNesting} levels deep`,
  text(text, report, placeOf) {
    const deep = deepLine(text);
    if (deep === undefined) return true;
    report(`The text is nested ${deep.depth} levels deep: ${remedy}`, placeOf(deep.start, deep.end));
    return false;
  },
  tree(nodes, report, placeOf) {
    const deep = nodes.find(({ depth }) => depth > deepestNesting);
    if (deep === undefined) return true;
    const { start, end } = deep.node.position ?? {};
    const place = placeOf(start?.offset ?? 0, end?.offset ?? 0);
    report(`The text is nested more than ${deepestNesting} levels deep: ${remedy}`, place);
    return false;
  },
  file({ front, lines }, report) {
    for (const { rule, text, start, end } of front.yamlFaults) {
      if (rule === "nesting") report(text, lines.placeOf(start, end));
    }
  },
});

interface DeepLine {
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The first line that is nested too deep, by its markers alone: this runs before the parsers, which take seconds
 * for such input. In well-formed lists and quotes it never counts too many levels.
 */
function deepLine(text: string): DeepLine | undefined {
  // Thirteen markers take at least thirteen columns, so this rules out most texts quickly.
  if (!/^[ \t>*+\-\d.)]{12}|^[ >*+\-\d.)]*\t/m.test(text)) return undefined;
  let lists: number[] = [];
  let fence: string | undefined;
  let offset = 0;
  for (const line of text.split("\n")) {
    const quotes = /^[ \t]*(?:>[ \t]?)*/.exec(line)?.[0] ?? "";
    const inner = line.slice(quotes.length);
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(inner)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      const columns = markers(line);
      if (columns.length > 0) lists = [...lists.filter((column) => column < (columns[0] ?? 0)), ...columns];
      else if (/^\S/.test(line)) lists = [];
      const depth = lists.length + (quotes.match(/>/g)?.length ?? 0);
      if (depth > deepestNesting) return { depth, start: offset, end: offset + line.trimEnd().length };
    }
    offset += line.length + 1;
  }
  return undefined;
}

/** Columns of the list markers at the start of a line, without quote markers. */
function markers(line: string): number[] {
  const columns: number[] = [];
  const marker = /[ \t]*(?:>|([-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
  for (let match = marker.exec(line); match !== null; match = marker.exec(line)) {
    if (match[1] !== undefined) columns.push(marker.lastIndex - match[1].length);
  }
  return columns;
}
