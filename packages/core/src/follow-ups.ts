import type { QuestionItem } from "./curriculum.ts";
import type { Block, Inline } from "./mdast.ts";
import { sectionOf } from "./parts.ts";

/** A question that an interviewer may ask next. It has an answer, an item that answers it, or both. */
export interface FollowUp {
  readonly question: readonly Inline[];
  /** Empty when only the item answers it. */
  readonly answer: readonly Inline[];
  /** Id of the item that the question or its whole answer links to. */
  readonly item?: string;
}

/** The follow-ups of a question, in the order of its section. */
export function followUpsOf(item: QuestionItem): FollowUp[] {
  const lists = sectionOf(item, "follow-ups")?.blocks.filter((block) => block.type === "list") ?? [];
  return lists.flatMap((list) => list.children.map((entry) => followUpOf(entry.children)));
}

function followUpOf(blocks: readonly Block[]): FollowUp {
  const inlines = blocks.flatMap((block) => (block.type === "paragraph" ? block.children : []));
  const { question, answer } = splitFollowUp(inlines) ?? { question: inlines, answer: [] };
  const link = linkAlone(question) ?? linkAlone(answer);
  const item = link?.data?.item;
  const asked = linkAlone(question)?.children ?? question;
  return { question: asked, answer: linkAlone(answer) ? [] : answer, ...(item === undefined ? {} : { item }) };
}

/** Nodes of a line: those of a body and those of mdast. */
interface LineNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly LineNode[];
}

/**
 * Splits `Question? Answer.` after the first question mark that ends a word. It may be the last sign of a link or of
 * emphasis. Undefined when nothing is asked.
 */
export function splitFollowUp<Node extends object>(
  nodes: readonly Node[],
): { question: Node[]; answer: Node[] } | undefined {
  for (const [index, node] of (nodes as readonly (Node & LineNode)[]).entries()) {
    const before = nodes.slice(0, index);
    const after = nodes.slice(index + 1);
    if (node.type === "text" && node.value !== undefined) {
      const found = /\?["'”’)\]]*(?=\s|$)/.exec(node.value);
      if (found === null) continue;
      const end = found.index + found[0].length;
      const rest = node.value.slice(end).trimStart();
      return {
        question: [...before, { ...node, value: node.value.slice(0, end) }],
        answer: rest === "" ? startTrimmed(after) : [{ ...node, value: rest }, ...after],
      };
    }
    if (/\?["'”’)\]]*$/.test(textOf(node))) return { question: [...before, node], answer: startTrimmed(after) };
  }
  return undefined;
}

/** The link, if the nodes are a link and nothing else but `See` before it and a full stop after it. */
export function linkAlone<Node extends object>(nodes: readonly Node[]): Extract<Node, { type: "link" }> | undefined {
  const line = nodes as readonly (Node & LineNode)[];
  const [link, other] = line.filter(({ type }) => type === "link" || type === "linkReference");
  if (link === undefined || other !== undefined) return undefined;
  const rest = line.filter((node) => node !== link);
  const isPlain = rest.every(({ type, value }) => type === "text" && /^\s*(?:see)?\s*[.:]?\s*$/i.test(value ?? ""));
  return isPlain ? (link as unknown as Extract<Node, { type: "link" }>) : undefined;
}

/** Nodes without the spaces that follow the question. */
function startTrimmed<Node extends object>(nodes: readonly Node[]): Node[] {
  const [first, ...rest] = nodes as readonly (Node & LineNode)[];
  if (first?.type !== "text" || first.value === undefined) return [...nodes];
  const value = first.value.trimStart();
  return value === "" ? rest : [{ ...first, value }, ...rest];
}

/** Text of emphasis and links; code and formulas ask nothing. */
function textOf({ type, value, children }: LineNode): string {
  if (children !== undefined) return children.map(textOf).join("");
  return type === "text" ? (value ?? "") : "x";
}
