import type { Fonts } from "../fonts/open-fonts.ts";
import { enclosure, lap, mirrored, separator, sizedPicture, stretchy } from "./boxes.ts";
import { type Context, em, inherit } from "./inherited-style.ts";
import { isSvg, isSymbol, type SpanNode, type TreeNode } from "./katex-tree.ts";
import { type MathMark, moved } from "./math-drawing.ts";
import { fillingBox, type Laid, nothing } from "./math-layout.ts";
import { layStack } from "./stack.ts";
import { colourOf, drawSvg } from "./stretchy.ts";
import { laySymbol } from "./symbol.ts";

/** Lays nodes side by side on one baseline. */
export function laySequence(nodes: readonly TreeNode[], context: Context, fonts: Fonts): Laid {
  let width = 0;
  let isFilling = false;
  const marks: MathMark[] = [];
  for (const node of nodes) {
    const laid = layNode(node, context, fonts);
    marks.push(...moved(laid.marks, width, 0));
    width += laid.width;
    isFilling ||= laid.isFilling;
  }
  return { width, marks, isFilling };
}

function layNode(node: TreeNode, outer: Context, fonts: Fonts): Laid {
  if (isSymbol(node)) return laySymbol(node, inherit(node.classes, node.style, outer), fonts);
  if (isSvg(node)) {
    const height = em(node.attributes.height) * outer.size;
    return fillingBox(height, 0, outer, (box) => drawSvg(node, box, outer));
  }
  const context = inherit(node.classes, node.style, outer);
  const laid = layInside(node, context, fonts);
  return withSpacing(laid, node, context);
}

/** What a span holds, before its padding and margins. */
function layInside(node: SpanNode, context: Context, fonts: Fonts): Laid {
  const { classes, style, children } = node;
  const has = (name: string) => classes.includes(name);
  const { size } = context;
  if (has("katex-strut") || has("pstrut") || has("katex-mathml")) return nothing;
  if (has("vlist-t")) return layStack(node, context, (nodes, inner) => laySequence(nodes, inner, fonts));
  if (has("eqn-num")) return nothing;
  if (lineClasses.some(has)) {
    const height = em(style.borderBottomWidth) * size;
    const dash = has("katex-hdashline") ? { isDashed: true } : {};
    return fillingBox(height, 0, context, (box) => [{ kind: "rule", ...box, ...dash, ...colourOf(context) }]);
  }
  if (has("katex-sout")) {
    return fillingBox(0.08 * size, 0, context, (box) => [{ kind: "rule", ...box, ...colourOf(context) }]);
  }
  if (has("katex-rule")) {
    const [width, height] = [em(style.borderRightWidth) * size, em(style.borderTopWidth) * size];
    const rule: MathMark = { kind: "rule", x: 0, y: em(style.bottom) * size, width, height, ...colourOf(context) };
    return { width, marks: [rule], isFilling: false };
  }
  if (has("vertical-separator")) return separator(style, context);
  if (has("fbox") || has("fcolorbox") || has("colorbox") || has("angl")) return enclosure(node, context);
  if (has("katex-stretchy") || has("hide-tail")) return stretchy(node, context);
  if (has("katex-overlay")) return sizedPicture(node, context);
  if (has("rlap") || has("llap") || has("clap")) return lap(classes, laySequence(children, context, fonts));
  if (has("cd-vert-arrow")) return arrowWithLabels(node, context, fonts);
  if (has("reflectbox")) return mirrored(laySequence(children, context, fonts));
  if (children.some(isSvg)) return sizedPicture(node, context);
  const laid = laySequence(children, context, fonts);
  if (has("nulldelimiter")) return { ...laid, width: 0.12 * size };
  if (has("accent-body") && !has("accent-full")) return { ...laid, width: 0 };
  if (style.width?.endsWith("em") && !style.width.startsWith("calc")) return { ...laid, width: em(style.width) * size };
  return laid;
}

const lineClasses = ["frac-line", "overline-line", "underline-line", "katex-hline", "katex-hdashline"];

/** A vertical arrow of `CD`: its labels hang left and right of its middle. */
function arrowWithLabels(node: SpanNode, context: Context, fonts: Fonts): Laid {
  const isLabel = (child: TreeNode) => !isSvg(child) && child.classes.some((name) => name.startsWith("cd-label"));
  const arrow = laySequence(
    node.children.filter((child) => !isLabel(child)),
    context,
    fonts,
  );
  const marks = [...arrow.marks];
  for (const child of node.children) {
    if (isSvg(child) || isSymbol(child) || !isLabel(child)) continue;
    const inner = inherit(child.classes, child.style, context);
    const label = laySequence(child.children, inner, fonts);
    const gap = 0.3 * inner.size;
    const isLeft = child.classes.includes("cd-label-left");
    const x = arrow.width / 2 + (isLeft ? -gap - label.width : gap);
    marks.push(...moved(label.marks, x, em(child.style.bottom) * inner.size - arrowDepth));
  }
  return { ...arrow, marks };
}

/** How far the arrows of `CD` reach below the baseline, less the depth of a label's line, in em. */
const arrowDepth = 0.45;

/** Padding, margins and shifts of a span. */
function withSpacing(laid: Laid, { classes, style }: SpanNode, { size }: Context): Laid {
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
  return { ...laid, width: before + laid.width + after, marks: moved(laid.marks, shift, raise) };
}

/** Padding (or margin) on the left and right that classes of katex.css give, in em. */
const paddings: Readonly<Record<string, readonly [number, number]>> = {
  "katex-root": [0.2777777778, -0.5555555556],
  "x-arrow-pad": [0.5, 0.5],
  "cd-arrow-pad": [0.27778, 0.55556],
  boxpad: [0.3, 0.3],
  "cancel-pad": [0.2, 0.2],
  "cancel-lap": [-0.2, -0.2],
  anglpad: [0.03889, 0.03889],
};
