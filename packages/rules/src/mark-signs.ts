import type { PhrasingContent, Text } from "mdast";

/** A place among siblings; `offset` counts in the value of a text and is 0 before any other node. */
export interface MarkPoint {
  readonly sibling: number;
  readonly offset: number;
}

/** A `==` that is literal: not escaped, not an entity, not part of a longer run. */
export interface MarkSign {
  readonly start: MarkPoint;
  readonly end: MarkPoint;
  /** Offset in the Markdown of its text; undefined when the parser gives no position. */
  readonly written: number | undefined;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The signs of marks among siblings: those that make a mark, and those that make none. */
export interface MarkSigns {
  readonly pairs: readonly (readonly [opening: MarkSign, closing: MarkSign])[];
  readonly single: readonly MarkSign[];
}

/**
 * Pairs the signs of marks. A mark begins before something other than a space, where no letter, digit or other inline
 * is just before it (`x==1 or y==2` holds none), and ends at the next `==` with something other than a space before it.
 *
 * @param sourceOf the Markdown of a text; empty when the parser gives no position
 */
export function pairMarkSigns(nodes: readonly PhrasingContent[], sourceOf: (text: Text) => string): MarkSigns {
  const pairs: [MarkSign, MarkSign][] = [];
  const single: MarkSign[] = [];
  let opener: MarkSign | undefined;
  const signs = nodes.flatMap((node, at) => (node.type === "text" ? signsOf(node, at, nodes, sourceOf) : []));
  for (const sign of signs) {
    if (opener === undefined) {
      if (sign.opens) opener = sign;
      else single.push(sign);
    } else if (sign.closes) {
      pairs.push([opener, sign]);
      opener = undefined;
    } else {
      single.push(sign);
    }
  }
  return { pairs, single: opener === undefined ? single : [...single, opener].sort(inOrder) };
}

function inOrder({ start: one }: MarkSign, { start: other }: MarkSign): number {
  return one.sibling - other.sibling || one.offset - other.offset;
}

function signsOf(
  node: Text,
  sibling: number,
  nodes: readonly PhrasingContent[],
  sourceOf: (text: Text) => string,
): MarkSign[] {
  if (!node.value.includes("==")) return [];
  const source = sourceOf(node);
  const offsets = source === "" ? undefined : liveOffsets(source);
  const before = edge(nodes[sibling - 1]);
  const after = edge(nodes[sibling + 1]);
  const signs: MarkSign[] = [];
  let count = 0;
  for (const { 0: run, index } of node.value.matchAll(/=+/g)) {
    const first = count;
    count += run.length;
    const isLive = offsets === undefined || (offsets[first] !== undefined && offsets[first + 1] !== undefined);
    if (run.length !== 2 || !isLive) continue;
    const end = index + 2;
    const left = characterBefore(node.value, index) ?? before;
    const right = node.value[end] ?? after;
    signs.push({
      start: { sibling, offset: index },
      end: { sibling, offset: end },
      written: offsets?.[first],
      opens: /\S/u.test(right) && !/[\p{Lu}\p{Ll}\p{Lt}\p{N}]/u.test(left),
      closes: /\S/u.test(left),
    });
  }
  return signs;
}

/** The last character before an index; undefined at the start. */
function characterBefore(text: string, index: number): string | undefined {
  return [...text.slice(Math.max(index - 2, 0), index)].at(-1);
}

/** The character that counts as the neighbour of a text: a letter, or a space at the start or end of a line. */
function edge(neighbour: PhrasingContent | undefined): string {
  return neighbour === undefined || neighbour.type === "break" ? " " : "x";
}

/** Offset in the source of each `=` of a text; undefined where it is not literal: `\=` or an entity. */
function liveOffsets(source: string): (number | undefined)[] {
  const offsets: (number | undefined)[] = [];
  for (const { 0: sign, index } of source.matchAll(/\\=|&(?:#0*61|#x0*3d|equals);|=|\\[\s\S]/gi)) {
    if (sign === "=") offsets.push(index);
    else if (sign === "\\=" || sign.startsWith("&")) offsets.push(undefined);
  }
  return offsets;
}
