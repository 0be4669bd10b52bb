import { quote } from "@high-recall/core";
import { type Document, isCollection, isMap, type Scalar, visit } from "yaml";
import { lineEnd, type ReportFault } from "./yaml-source.ts";

/** A file full of faults could cause thousands of messages, which nobody reads. */
const mostFaults = 50;

/**
 * Comments that cut off a text: in `title: What is C # for?` the title is `What is C`. A comment on a line of its own, or
 * after quotes, a bracket, a number or a comma, cuts nothing.
 *
 * @returns how many there are
 */
export function findCutValues(document: Document, source: string, report: ReportFault): number {
  if (!source.includes("#")) return 0;
  let found = 0;
  visit(document, {
    Scalar(_, node, path) {
      const hash = commentAfter(node, source);
      if (hash === undefined || node.range === undefined || node.range === null) return;
      found += 1;
      if (found > mostFaults) return;
      const [start] = node.range;
      const isFlow = path.some((around) => isCollection(around) && around.flow);
      const end = endOfValue(source, hash, isFlow);
      const whole = source.slice(start, end);
      const is = node.value === null ? "empty" : `only ${quote(String(node.value))}`;
      const isOneLine = !/[\r\n]/.test(whole);
      report(
        "yaml-comment",
        `\`#\` begins a comment here, so the value is ${is}: put all of it in single quotes, or the comment on a line of its own`,
        start,
        end,
        isOneLine ? `'${whole.replaceAll("'", "''")}'` : undefined,
      );
    },
  });
  if (found === 0) found = findHiddenBracket(document, source, report);
  return found;
}

/** Where a comment begins right after a text without quotes, or in its place. */
function commentAfter({ type, value, range }: Scalar, source: string): number | undefined {
  if (type !== "PLAIN" || !range) return undefined;
  const comment = /[ \t]*#(\S?)/y;
  comment.lastIndex = range[1];
  const match = comment.exec(source);
  if (match === null) return undefined;
  // `tags: # none yet` has no text that could be cut; `tags: #none` has one that is cut at once.
  const isCut = typeof value === "string" || (value === null && range[0] === range[1] && match[1] !== "");
  return isCut ? range[1] + match[0].indexOf("#") : undefined;
}

/** Where the value was meant to end: at the end of its line; in brackets, before the sign that ends an entry. */
function endOfValue(source: string, hash: number, isFlow: boolean): number {
  const rest = source.slice(hash, lineEnd(source, hash));
  const ending = isFlow ? /[,\]}]/.exec(rest)?.index : undefined;
  return hash + rest.slice(0, ending).trimEnd().length;
}

/** `[#a]`: the comment begins before any text, and hides the bracket. */
function findHiddenBracket(document: Document, source: string, report: ReportFault): number {
  let found = 0;
  visit(document, {
    Collection(_, node) {
      if (found > 0 || !node.flow || !node.range || "]}".includes(source.charAt(node.range[1] - 1))) return;
      const line = source.slice(node.range[0], lineEnd(source, node.range[0]));
      const opening = /[[{,][ \t]*#/.exec(line);
      if (opening === null) return;
      const hash = opening.index + opening[0].length - 1;
      const length = line.slice(hash).search(/[,\]}]/);
      if (length < 0 || !/[\]}]/.test(line.slice(hash))) return;
      found += 1;
      const value = line.slice(hash, hash + length).trimEnd();
      const start = node.range[0] + hash;
      report(
        "yaml-comment",
        `\`#\` here begins a comment, which hides the \`${isMap(node) ? "}" : "]"}\`: put ${quote(value)} in single quotes`,
        start,
        start + value.length,
        `'${value.replaceAll("'", "''")}'`,
      );
    },
  });
  return found;
}
