import { em, type InheritedStyle } from "./inherited-style.ts";
import { isSvg, isSymbol, type SpanNode, type Style } from "./katex-tree.ts";
import { type MathDrawing, translated } from "./math-drawing.ts";
import { fullWidthBox, type MathLayout, nothing } from "./math-layout.ts";
import { colourOf, drawSvg, region } from "./stretchy.ts";

export function separator(style: Style, inherited: InheritedStyle): MathLayout {
  const thickness = em(style.borderRightWidth) * inherited.size;
  const rule: MathDrawing = {
    kind: "rule",
    x: 0,
    y: em(style.verticalAlign) * inherited.size,
    width: thickness,
    height: em(style.height) * inherited.size,
    ...(style.borderRightStyle === "dashed" ? { isDashed: true } : {}),
    ...colourOf(inherited),
  };
  return { width: thickness, drawings: [rule], fillsWidth: false };
}

/** `\boxed`, `\fbox`, `\colorbox`, `\fcolorbox`, `\angl`: border and background of the content's width. */
export function enclosure({ classes, style }: SpanNode, inherited: InheritedStyle): MathLayout {
  const { size } = inherited;
  const colour = style.borderColor ?? inherited.colour;
  const ink = colour === undefined ? {} : { colour };
  return fullWidthBox(em(style.height) * size, 0, inherited, (box) => {
    const drawings: MathDrawing[] = [];
    if (style.backgroundColor) drawings.push({ kind: "rule", ...box, colour: style.backgroundColor });
    if (classes.includes("angl")) {
      const thickness = (em(style.borderTopWidth) || 0.049) * size;
      drawings.push({ kind: "rule", ...box, y: box.height - thickness, height: thickness, ...ink });
      drawings.push({ kind: "rule", ...box, x: box.width - thickness, width: thickness, ...ink });
    } else if (!classes.includes("colorbox")) {
      drawings.push({ kind: "border", ...box, thickness: em(style.borderWidth) * size, ...ink });
    }
    return drawings;
  });
}

/** Arrows, braces and roots: one to three pictures side by side. */
export function stretchy(node: SpanNode, inherited: InheritedStyle): MathLayout {
  const { size } = inherited;
  return fullWidthBox(em(node.style.height) * size, em(node.style.minWidth) * size, inherited, (box) =>
    node.children.flatMap((child): MathDrawing[] => {
      if (isSymbol(child)) return [];
      if (isSvg(child)) return drawSvg(child, box, inherited);
      const part = region(child.classes, box);
      return child.children.flatMap((picture) => (isSvg(picture) ? drawSvg(picture, part, inherited) : []));
    }),
  );
}

/** A picture with its own size (`\vec`, tall delimiters, `\oiint`); without one it takes the full width. */
export function sizedPicture(node: SpanNode, inherited: InheritedStyle): MathLayout {
  const picture = node.children.find(isSvg);
  if (!picture) return nothing;
  const { size } = inherited;
  const height = em(node.style.height ?? picture.attributes.height) * size;
  const widthText = node.style.width ?? picture.attributes.width ?? "100%";
  if (widthText.endsWith("%")) return fullWidthBox(height, 0, inherited, (box) => drawSvg(picture, box, inherited));
  const width = em(widthText) * size;
  return { width, drawings: drawSvg(picture, { x: 0, y: 0, width, height }, inherited), fillsWidth: false };
}

export function lap(classes: readonly string[], inner: MathLayout): MathLayout {
  const shift = classes.includes("rlap") ? 0 : classes.includes("llap") ? -inner.width : -inner.width / 2;
  return { width: 0, drawings: translated(inner.drawings, shift, 0), fillsWidth: inner.fillsWidth };
}

export function mirrored(inner: MathLayout): MathLayout {
  return { ...inner, drawings: [{ kind: "mirror", axis: inner.width / 2, drawings: inner.drawings }] };
}
