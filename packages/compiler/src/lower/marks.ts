import { type MarkPoint, pairMarkSigns } from "@high-recall/rules";
import type { PhrasingContent, Text } from "mdast";

/** Words between `==` and `==`, which learners are to recall. Parsers do not know marks, so they are found in the tree. */
export interface MarkNode {
  readonly type: "mark";
  readonly children: PhrasingContent[];
}

/**
 * Makes a mark of everything between a `==` and the `==` that closes it. A sign that makes no mark stays text.
 *
 * @param sourceOf the Markdown of a text; empty when the parser gives no position
 */
export function findMarks(
  nodes: readonly PhrasingContent[],
  sourceOf: (text: Text) => string,
): (PhrasingContent | MarkNode)[] {
  const found: (PhrasingContent | MarkNode)[] = [];
  let from: MarkPoint = { sibling: 0, offset: 0 };
  for (const [opening, closing] of pairMarkSigns(nodes, sourceOf).pairs) {
    found.push(...between(nodes, from, opening.start));
    found.push({ type: "mark", children: between(nodes, opening.end, closing.start) });
    from = closing.end;
  }
  return [...found, ...between(nodes, from, { sibling: nodes.length, offset: 0 })];
}

/** The nodes from one place to another; a text that contains one of the places is cut. */
function between(nodes: readonly PhrasingContent[], from: MarkPoint, to: MarkPoint): PhrasingContent[] {
  return nodes.slice(from.sibling, to.sibling + 1).flatMap((node, index): PhrasingContent[] => {
    const at = from.sibling + index;
    const start = at === from.sibling ? from.offset : 0;
    if (node.type !== "text") return at < to.sibling ? [node] : [];
    const value = at === to.sibling ? node.value.slice(start, to.offset) : node.value.slice(start);
    return value === "" ? [] : [{ ...node, value }];
  });
}
