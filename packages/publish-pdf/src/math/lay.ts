import type { Face } from "../fonts/face.ts";
import type { Fonts } from "../fonts/open-fonts.ts";
import { type Context, em, inherit, mathFace } from "./css.ts";
import { isSvg, isSymbol, type SpanNode, type Style, type SymbolNode, type TreeNode } from "./katex-tree.ts";
import { type MathMark, moved } from "./mark.ts";
import { colourOf, drawSvg, region } from "./stretchy.ts";

/** A node laid out: its width in em of the formula, and its marks with the origin at its left end on the baseline. */
export interface Laid {
  readonly width: number;
  readonly marks: readonly MathMark[];
  /** Whether it holds something as wide as the box around it, and must be laid again once that width is known. */
  readonly isFilling: boolean;
}

const nothing: Laid = { width: 0, marks: [], isFilling: false };

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

/** Text of one font; a character that KaTeX's font has not comes from the text fonts. */
function laySymbol(node: SymbolNode, context: Context, fonts: Fonts): Laid {
  const text = node.text.replaceAll("\u200b", "");
  if (text === "") return nothing;
  const face = mathFace(context);
  const { size } = context;
  const left = (em(node.style.paddingLeft) + em(node.style.marginLeft)) * size;
  const marks: MathMark[] = [];
  let width = left;
  for (const [pieceFace, piece] of cutByCoverage(text, face, fonts)) {
    const isDrawn = piece.trim() !== "" && context.colour !== "transparent";
    if (isDrawn) {
      const heavy = context.isHeavy ? { isHeavy: true } : {};
      marks.push({
        kind: "glyphs",
        face: pieceFace,
        text: piece,
        x: width,
        y: 0,
        size,
        ...colourOf(context),
        ...heavy,
      });
    }
    width += fonts.glyphs(pieceFace, piece).width * size;
  }
  width += (Math.max(0, node.italic) + em(node.style.marginRight) + em(node.style.paddingRight)) * size;
  return { width, marks, isFilling: false };
}

function cutByCoverage(text: string, face: Face, fonts: Fonts): [Face, string][] {
  const cut: [Face, string][] = [];
  for (const character of text) {
    const isCovered = fonts.has(face, character.codePointAt(0) ?? 0);
    const pieces = isCovered ? [{ face, text: character }] : fonts.split("sans", character);
    for (const piece of pieces) {
      const last = cut.at(-1);
      if (last?.[0] === piece.face) last[1] += piece.text;
      else cut.push([piece.face, piece.text]);
    }
  }
  return cut;
}

/** What a span holds, before its padding and margins. */
function layInside(node: SpanNode, context: Context, fonts: Fonts): Laid {
  const { classes, style, children } = node;
  const has = (name: string) => classes.includes(name);
  const { size } = context;
  if (has("katex-strut") || has("pstrut") || has("katex-mathml")) return nothing;
  if (has("vlist-t")) return layStack(node, context, fonts);
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

/** A box of the full width around it, standing on the baseline: drawn only when that width is known. */
function fillingBox(
  height: number,
  least: number,
  context: Context,
  draw: (box: { x: number; y: number; width: number; height: number }) => MathMark[],
): Laid {
  if (context.fill === undefined) return { width: least, marks: [], isFilling: true };
  const width = Math.max(least, context.fill);
  return { width, marks: draw({ x: 0, y: 0, width, height }), isFilling: true };
}

function separator(style: Style, context: Context): Laid {
  const thickness = em(style.borderRightWidth) * context.size;
  const rule: MathMark = {
    kind: "rule",
    x: 0,
    y: em(style.verticalAlign) * context.size,
    width: thickness,
    height: em(style.height) * context.size,
    ...(style.borderRightStyle === "dashed" ? { isDashed: true } : {}),
    ...colourOf(context),
  };
  return { width: thickness, marks: [rule], isFilling: false };
}

/** `\boxed`, `\fbox`, `\colorbox`, `\fcolorbox`, `\angl`: frame and ground as wide as what they hold. */
function enclosure({ classes, style }: SpanNode, context: Context): Laid {
  const { size } = context;
  const colour = style.borderColor ?? context.colour;
  const ink = colour === undefined ? {} : { colour };
  return fillingBox(em(style.height) * size, 0, context, (box) => {
    const marks: MathMark[] = [];
    if (style.backgroundColor) marks.push({ kind: "rule", ...box, colour: style.backgroundColor });
    if (classes.includes("angl")) {
      const thickness = (em(style.borderTopWidth) || 0.049) * size;
      marks.push({ kind: "rule", ...box, y: box.height - thickness, height: thickness, ...ink });
      marks.push({ kind: "rule", ...box, x: box.width - thickness, width: thickness, ...ink });
    } else if (!classes.includes("colorbox")) {
      marks.push({ kind: "frame", ...box, thickness: em(style.borderWidth) * size, ...ink });
    }
    return marks;
  });
}

/** Arrows, braces and roots: one picture or two or three that meet. */
function stretchy(node: SpanNode, context: Context): Laid {
  const { size } = context;
  return fillingBox(em(node.style.height) * size, em(node.style.minWidth) * size, context, (box) =>
    node.children.flatMap((child): MathMark[] => {
      if (isSymbol(child)) return [];
      if (isSvg(child)) return drawSvg(child, box, context);
      const part = region(child.classes, box);
      return child.children.flatMap((picture) => (isSvg(picture) ? drawSvg(picture, part, context) : []));
    }),
  );
}

/** A picture whose size stands on its span or on itself: `\vec`, tall delimiters, `\oiint`; else it fills the width. */
function sizedPicture(node: SpanNode, context: Context): Laid {
  const picture = node.children.find(isSvg);
  if (!picture) return nothing;
  const { size } = context;
  const height = em(node.style.height ?? picture.attributes.height) * size;
  const widthText = node.style.width ?? picture.attributes.width ?? "100%";
  if (widthText.endsWith("%")) return fillingBox(height, 0, context, (box) => drawSvg(picture, box, context));
  const width = em(widthText) * size;
  return { width, marks: drawSvg(picture, { x: 0, y: 0, width, height }, context), isFilling: false };
}

function lap(classes: readonly string[], inner: Laid): Laid {
  const shift = classes.includes("rlap") ? 0 : classes.includes("llap") ? -inner.width : -inner.width / 2;
  return { width: 0, marks: moved(inner.marks, shift, 0), isFilling: inner.isFilling };
}

function mirrored(inner: Laid): Laid {
  return { ...inner, marks: [{ kind: "mirror", axis: inner.width / 2, marks: inner.marks }] };
}

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

/** A `vlist`: boxes at given heights, each aligned in the width of the widest. */
function layStack(node: SpanNode, context: Context, fonts: Fonts): Laid {
  const inner: Context = withoutFill(context);
  const layers = stackLayers(node, inner);
  const first = layers.map((layer) => laySequence(layer.content, layer.context, fonts));
  const width = Math.max(0, ...layers.map((layer, index) => layer.before + (first[index]?.width ?? 0) + layer.after));
  const marks: MathMark[] = [];
  layers.forEach((layer, index) => {
    let laid = first[index] ?? nothing;
    const isFilling = laid.isFilling;
    const room = width - layer.before - layer.after;
    if (isFilling) laid = laySequence(layer.content, { ...layer.context, fill: room }, fonts);
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
