import type { PhrasingContent, Text } from "mdast";

/** Words between `==` and `==`, which learners are to recall. Parsers do not know marks, so they are found in the tree. */
export interface MarkNode {
  readonly type: "mark";
  readonly children: PhrasingContent[];
}

/** A `==` that may begin or end a mark. */
interface Sign {
  readonly start: Point;
  readonly end: Point;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A place among siblings; `offset` counts in the value of a text and is 0 before any other node. */
interface Point {
  readonly sibling: number;
  readonly offset: number;
}

/**
 * Makes a mark of everything between `==` and `==`. A mark begins before something other than a space, where no letter,
 * digit or other inline is just before it (`x==1 or y==2` holds none), and ends at the next `==` with something other than
 * a space before it. A `==` that is escaped or closes nothing stays text.
 *
 * @param sourceOf the Markdown of a text; empty when the parser gives no position
 */
export function findMarks(
  nodes: readonly PhrasingContent[],
  sourceOf: (text: Text) => string,
): (PhrasingContent | MarkNode)[] {
  const signs = nodes.flatMap((node, at) => (node.type === "text" ? signsOf(node, at, nodes, sourceOf) : []));
  const found: (PhrasingContent | MarkNode)[] = [];
  let from: Point = { sibling: 0, offset: 0 };
  let opener: Sign | undefined;
  for (const sign of signs) {
    if (opener === undefined) {
      if (sign.opens) opener = sign;
    } else if (sign.closes) {
      found.push(...between(nodes, from, opener.start));
      found.push({ type: "mark", children: between(nodes, opener.end, sign.start) });
      from = sign.end;
      opener = undefined;
    }
  }
  return [...found, ...between(nodes, from, { sibling: nodes.length, offset: 0 })];
}

function signsOf(
  node: Text,
  sibling: number,
  nodes: readonly PhrasingContent[],
  sourceOf: (text: Text) => string,
): Sign[] {
  if (!node.value.includes("==")) return [];
  const isLive = liveSigns(sourceOf(node));
  const before = edge(nodes[sibling - 1]);
  const after = edge(nodes[sibling + 1]);
  const signs: Sign[] = [];
  let count = 0;
  for (const { 0: run, index } of node.value.matchAll(/=+/g)) {
    const first = count;
    count += run.length;
    if (run.length !== 2 || !isLive(first) || !isLive(first + 1)) continue;
    const end = index + 2;
    const left = /.$/su.exec(node.value.slice(0, index))?.[0] ?? before;
    const right = node.value[end] ?? after;
    signs.push({
      start: { sibling, offset: index },
      end: { sibling, offset: end },
      opens: /\S/u.test(right) && !/[\p{Lu}\p{Ll}\p{Lt}\p{N}]/u.test(left),
      closes: /\S/u.test(left),
    });
  }
  return signs;
}

/** The character that counts as the neighbour of a text: a letter, or a space at the start or end of a line. */
function edge(neighbour: PhrasingContent | undefined): string {
  return neighbour === undefined || neighbour.type === "break" ? " " : "x";
}

/** Makes a function that tells whether the n-th `=` of a text is literal: not `\=` or an entity. */
function liveSigns(source: string): (number: number) => boolean {
  const written = source.match(/\\=|&(?:#0*61|#x0*3d|equals);|=|\\[\s\S]/gi) ?? [];
  const equals = written.filter((sign) => /=$|^&/.test(sign));
  return (number) => source === "" || equals[number] === "=";
}

/** The nodes from one place to another; a text that contains one of the places is cut. */
function between(nodes: readonly PhrasingContent[], from: Point, to: Point): PhrasingContent[] {
  return nodes.slice(from.sibling, to.sibling + 1).flatMap((node, index): PhrasingContent[] => {
    const at = from.sibling + index;
    const start = at === from.sibling ? from.offset : 0;
    if (node.type !== "text") return at < to.sibling ? [node] : [];
    const value = at === to.sibling ? node.value.slice(start, to.offset) : node.value.slice(start);
    return value === "" ? [] : [{ ...node, value }];
  });
}
