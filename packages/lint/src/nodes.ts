import type { Nodes, Root } from "mdast";
import type { Node, Parent } from "unist";
import { visit } from "unist-util-visit";

/** A node and what it stands in. */
export interface Found<Type extends string> {
  readonly node: NodeOf<Type>;
  readonly parent: Parent | undefined;
}

/** mdast's own nodes by their type; of others (formulas) only that they are nodes. */
type NodeOf<Type extends string> = [Extract<Nodes, { type: Type }>] extends [never]
  ? Node & { type: Type }
  : Extract<Nodes, { type: Type }>;

/** Every node of these types, in the order of the text. The tree is walked once for all rules, which only read it. */
export function findAll<Type extends string>(tree: Root, ...types: readonly Type[]): Found<Type>[] {
  const wanted: readonly string[] = types;
  return nodesOf(tree).filter(({ node }) => wanted.includes(node.type)) as Found<Type>[];
}

interface Walked {
  readonly node: Node;
  readonly parent: Parent | undefined;
}

const walked = new WeakMap<Root, readonly Walked[]>();

function nodesOf(tree: Root): readonly Walked[] {
  const known = walked.get(tree);
  if (known) return known;
  const nodes: Walked[] = [];
  visit(tree, (node, _index, parent) => {
    nodes.push({ node, parent });
  });
  walked.set(tree, nodes);
  return nodes;
}
