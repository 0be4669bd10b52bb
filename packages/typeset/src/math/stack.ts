import { type Context, em, inherit } from "./inherited-style.ts";
import { isSvg, isSymbol, type SpanNode, type TreeNode } from "./katex-tree.ts";
import { type MathMark, moved } from "./math-drawing.ts";
import { type Laid, nothing } from "./math-layout.ts";

type LaySequence = (nodes: readonly TreeNode[], context: Context) => Laid;

/** A `vlist`: boxes at given heights, each aligned in the width of the widest. */
export function layStack(node: SpanNode, context: Context, laySequence: LaySequence): Laid {
  const inner: Context = withoutFill(context);
  const layers = stackLayers(node, inner);
  const first = layers.map((layer) => laySequence(layer.content, layer.context));
  const width = Math.max(0, ...layers.map((layer, index) => layer.before + (first[index]?.width ?? 0) + layer.after));
  const marks: MathMark[] = [];
  layers.forEach((layer, index) => {
    let laid = first[index] ?? nothing;
    const isFilling = laid.isFilling;
    const room = width - layer.before - layer.after;
    if (isFilling) laid = laySequence(layer.content, { ...layer.context, fill: room });
    const spare = isFilling ? 0 : room - laid.width;
    const { align } = layer.context;
    const shift = align === "center" ? spare / 2 : align === "right" ? spare : 0;
    marks.push(...moved(laid.marks, layer.before + shift, layer.y));
  });
  return { width, marks, isFilling: false };
}

interface Layer {
  readonly content: readonly TreeNode[];
  readonly context: Context;
  /** Margins in em; negative ones pull the layer out of the box. */
  readonly before: number;
  readonly after: number;
  /** Height of its baseline. */
  readonly y: number;
}

function stackLayers(node: SpanNode, context: Context): Layer[] {
  const row = node.children[0];
  if (!row || isSymbol(row) || isSvg(row)) return [];
  const list = row.children.find((child) => hasClass(child, "vlist"));
  if (!list || isSymbol(list) || isSvg(list)) return [];
  return list.children.flatMap((wrapper): Layer[] => {
    if (isSymbol(wrapper) || isSvg(wrapper)) return [];
    const strut = wrapper.children.find((child) => hasClass(child, "pstrut"));
    if (!strut || isSymbol(strut) || isSvg(strut)) return [];
    const inner = inherit(wrapper.classes, wrapper.style, context);
    const inset = /^calc\(100% - ([\d.]+)em\)$/.exec(wrapper.style.width ?? "")?.[1];
    const before = em(wrapper.style.marginLeft) * inner.size;
    return [
      {
        content: wrapper.children.filter((child) => child !== strut),
        context: inner,
        before,
        after: inset === undefined ? em(wrapper.style.marginRight) * inner.size : em(inset) * inner.size - before,
        y: -(em(wrapper.style.top) + em(strut.style.height)) * inner.size,
      },
    ];
  });
}

function hasClass(node: TreeNode, name: string): boolean {
  return !isSvg(node) && node.classes.includes(name);
}

function withoutFill({ fill: _, ...rest }: Context): Context {
  return rest;
}
