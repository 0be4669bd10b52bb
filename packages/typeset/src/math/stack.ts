import { em, type InheritedStyle, inherit } from "./inherited-style.ts";
import { isSvg, isSymbol, type SpanNode, type TreeNode } from "./katex-tree.ts";
import { type MathDrawing, translated } from "./math-drawing.ts";
import { type MathLayout, nothing } from "./math-layout.ts";

type LayoutSequence = (nodes: readonly TreeNode[], inherited: InheritedStyle) => MathLayout;

/** Lays out a `vlist`: boxes at given heights, each aligned within the width of the widest. */
export function layoutStack(node: SpanNode, inherited: InheritedStyle, layoutSequence: LayoutSequence): MathLayout {
  const inner: InheritedStyle = withoutFill(inherited);
  const layers = stackLayers(node, inner);
  const first = layers.map((layer) => layoutSequence(layer.content, layer.inherited));
  const width = Math.max(0, ...layers.map((layer, index) => layer.before + (first[index]?.width ?? 0) + layer.after));
  const drawings: MathDrawing[] = [];
  layers.forEach((layer, index) => {
    let layout = first[index] ?? nothing;
    const fillsWidth = layout.fillsWidth;
    const room = width - layer.before - layer.after;
    if (fillsWidth) layout = layoutSequence(layer.content, { ...layer.inherited, fill: room });
    const spare = fillsWidth ? 0 : room - layout.width;
    const { align } = layer.inherited;
    const shift = align === "center" ? spare / 2 : align === "right" ? spare : 0;
    drawings.push(...translated(layout.drawings, layer.before + shift, layer.y));
  });
  return { width, drawings, fillsWidth: false };
}

interface Layer {
  readonly content: readonly TreeNode[];
  readonly inherited: InheritedStyle;
  /** Margins in em; a negative one pulls the layer out of the box. */
  readonly before: number;
  readonly after: number;
  /** Height of its baseline. */
  readonly y: number;
}

function stackLayers(node: SpanNode, inherited: InheritedStyle): Layer[] {
  const row = node.children[0];
  if (!row || isSymbol(row) || isSvg(row)) return [];
  const list = row.children.find((child) => hasClass(child, "vlist"));
  if (!list || isSymbol(list) || isSvg(list)) return [];
  return list.children.flatMap((wrapper): Layer[] => {
    if (isSymbol(wrapper) || isSvg(wrapper)) return [];
    const strut = wrapper.children.find((child) => hasClass(child, "pstrut"));
    if (!strut || isSymbol(strut) || isSvg(strut)) return [];
    const inner = inherit(wrapper.classes, wrapper.style, inherited);
    const inset = /^calc\(100% - ([\d.]+)em\)$/.exec(wrapper.style.width ?? "")?.[1];
    const before = em(wrapper.style.marginLeft) * inner.size;
    return [
      {
        content: wrapper.children.filter((child) => child !== strut),
        inherited: inner,
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

function withoutFill({ fill: _, ...rest }: InheritedStyle): InheritedStyle {
  return rest;
}
