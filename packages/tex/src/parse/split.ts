import type { TexNode } from "./node.ts";

/** The runs of nodes between separators; one more than there are separators, each possibly empty. */
export function splitAt(nodes: readonly TexNode[], isSeparator: (node: TexNode) => boolean): TexNode[][] {
  const parts: TexNode[][] = [[]];
  for (const node of nodes) {
    if (isSeparator(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

export function isComma(node: TexNode): boolean {
  return node.type === "punctuation" && node.name === ",";
}

/** Whether a node separates the arguments of a declared function: `,`, `;` or the bar of `p(a \mid b)`. */
export function isArgumentSeparator(node: TexNode): boolean {
  return (
    isComma(node) || (node.type === "punctuation" && node.name === ";") || (node.type === "bar" && node.name === "|")
  );
}
