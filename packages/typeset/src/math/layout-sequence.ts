import type { Fonts } from "../fonts/open-fonts.ts";
import { enclosure, lap, mirrored, separator, sizedPicture, stretchy } from "./boxes.ts";
import { em, type InheritedStyle, inherit } from "./inherited-style.ts";
import { isSvg, isSymbol, type SpanNode, type TreeNode } from "./katex-tree.ts";
import { type MathDrawing, translated } from "./math-drawing.ts";
import { fullWidthBox, type MathLayout, nothing } from "./math-layout.ts";
import { layoutStack } from "./stack.ts";
import { colourOf, drawSvg } from "./stretchy.ts";
import { layoutSymbol } from "./symbol.ts";

/** Lays out nodes side by side on one baseline. */
export function layoutSequence(nodes: readonly TreeNode[], inherited: InheritedStyle, fonts: Fonts): MathLayout {
  let width = 0;
  let fillsWidth = false;
  const drawings: MathDrawing[] = [];
  for (const node of nodes) {
    const layout = layoutNode(node, inherited, fonts);
    drawings.push(...translated(layout.drawings, width, 0));
    width += layout.width;
    fillsWidth ||= layout.fillsWidth;
  }
  return { width, drawings, fillsWidth };
}

function layoutNode(node: TreeNode, outer: InheritedStyle, fonts: Fonts): MathLayout {
  if (isSymbol(node)) return layoutSymbol(node, inherit(node.classes, node.style, outer), fonts);
  if (isSvg(node)) {
    const height = em(node.attributes.height) * outer.size;
    return fullWidthBox(height, 0, outer, (box) => drawSvg(node, box, outer));
  }
  const inherited = inherit(node.classes, node.style, outer);
  const layout = layoutSpan(node, inherited, fonts);
  return withSpacing(layout, node, inherited);
}

/** Content of a span, without its padding and margins. */
function layoutSpan(node: SpanNode, inherited: InheritedStyle, fonts: Fonts): MathLayout {
  const { classes, style, children } = node;
  const has = (name: string) => classes.includes(name);
  const { size } = inherited;
  if (has("katex-strut") || has("pstrut") || has("katex-mathml")) return nothing;
  if (has("vlist-t")) return layoutStack(node, inherited, (nodes, inner) => layoutSequence(nodes, inner, fonts));
  if (has("eqn-num")) return nothing;
  if (lineClasses.some(has)) {
    const height = em(style.borderBottomWidth) * size;
    const dash = has("katex-hdashline") ? { isDashed: true } : {};
    return fullWidthBox(height, 0, inherited, (box) => [{ kind: "rule", ...box, ...dash, ...colourOf(inherited) }]);
  }
  if (has("katex-sout")) {
    return fullWidthBox(0.08 * size, 0, inherited, (box) => [{ kind: "rule", ...box, ...colourOf(inherited) }]);
  }
  if (has("katex-rule")) {
    const [width, height] = [em(style.borderRightWidth) * size, em(style.borderTopWidth) * size];
    const rule: MathDrawing = { kind: "rule", x: 0, y: em(style.bottom) * size, width, height, ...colourOf(inherited) };
    return { width, drawings: [rule], fillsWidth: false };
  }
  if (has("vertical-separator")) return separator(style, inherited);
  if (has("fbox") || has("fcolorbox") || has("colorbox") || has("angl")) return enclosure(node, inherited);
  if (has("katex-stretchy") || has("hide-tail")) return stretchy(node, inherited);
  if (has("katex-overlay")) return sizedPicture(node, inherited);
  if (has("rlap") || has("llap") || has("clap")) return lap(classes, layoutSequence(children, inherited, fonts));
  if (has("cd-vert-arrow")) return arrowWithLabels(node, inherited, fonts);
  if (has("reflectbox")) return mirrored(layoutSequence(children, inherited, fonts));
  if (children.some(isSvg)) return sizedPicture(node, inherited);
  const layout = layoutSequence(children, inherited, fonts);
  if (has("nulldelimiter")) return { ...layout, width: 0.12 * size };
  if (has("accent-body") && !has("accent-full")) return { ...layout, width: 0 };
  if (style.width?.endsWith("em") && !style.width.startsWith("calc"))
    return { ...layout, width: em(style.width) * size };
  return layout;
}

const lineClasses = ["frac-line", "overline-line", "underline-line", "katex-hline", "katex-hdashline"];

/** A vertical arrow of `CD`, with labels left and right of its middle. */
function arrowWithLabels(node: SpanNode, inherited: InheritedStyle, fonts: Fonts): MathLayout {
  const isLabel = (child: TreeNode) => !isSvg(child) && child.classes.some((name) => name.startsWith("cd-label"));
  const arrow = layoutSequence(
    node.children.filter((child) => !isLabel(child)),
    inherited,
    fonts,
  );
  const drawings = [...arrow.drawings];
  for (const child of node.children) {
    if (isSvg(child) || isSymbol(child) || !isLabel(child)) continue;
    const inner = inherit(child.classes, child.style, inherited);
    const label = layoutSequence(child.children, inner, fonts);
    const gap = 0.3 * inner.size;
    const isLeft = child.classes.includes("cd-label-left");
    const x = arrow.width / 2 + (isLeft ? -gap - label.width : gap);
    drawings.push(...translated(label.drawings, x, em(child.style.bottom) * inner.size - arrowDepth));
  }
  return { ...arrow, drawings };
}

/** Depth of the arrows of `CD` below the baseline, less the depth of a label's line, in em. */
const arrowDepth = 0.45;

/** Adds padding, margins and shifts of a span. */
function withSpacing(layout: MathLayout, { classes, style }: SpanNode, { size }: InheritedStyle): MathLayout {
  const has = (name: string) => classes.includes(name);
  let [before, after] = [0, 0];
  for (const name of classes) {
    const pad = paddings[name];
    if (!pad) continue;
    before += pad[0] * size;
    after += pad[1] * size;
  }
  const [, marginSide] = (style.margin ?? "0 0").split(" ");
  before += (em(style.paddingLeft) + em(style.marginLeft) + em(marginSide)) * size;
  after += (em(style.paddingRight) + em(style.marginRight) + em(marginSide)) * size;
  const shift = before + em(style.left) * size;
  const raise = has("katex-rule") ? 0 : -em(style.top) * size;
  return { ...layout, width: before + layout.width + after, drawings: translated(layout.drawings, shift, raise) };
}

/** Left and right padding (or margin) of classes of katex.css, in em. */
const paddings: Readonly<Record<string, readonly [number, number]>> = {
  "katex-root": [0.2777777778, -0.5555555556],
  "x-arrow-pad": [0.5, 0.5],
  "cd-arrow-pad": [0.27778, 0.55556],
  boxpad: [0.3, 0.3],
  "cancel-pad": [0.2, 0.2],
  "cancel-lap": [-0.2, -0.2],
  anglpad: [0.03889, 0.03889],
};
