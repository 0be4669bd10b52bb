import { type Context, em } from "./inherited-style.ts";
import { isSvg, isSymbol, type SpanNode, type Style } from "./katex-tree.ts";
import { type MathMark, moved } from "./math-drawing.ts";
import { fillingBox, type Laid, nothing } from "./math-layout.ts";
import { colourOf, drawSvg, region } from "./stretchy.ts";

export function separator(style: Style, context: Context): Laid {
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
export function enclosure({ classes, style }: SpanNode, context: Context): Laid {
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
export function stretchy(node: SpanNode, context: Context): Laid {
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
export function sizedPicture(node: SpanNode, context: Context): Laid {
  const picture = node.children.find(isSvg);
  if (!picture) return nothing;
  const { size } = context;
  const height = em(node.style.height ?? picture.attributes.height) * size;
  const widthText = node.style.width ?? picture.attributes.width ?? "100%";
  if (widthText.endsWith("%")) return fillingBox(height, 0, context, (box) => drawSvg(picture, box, context));
  const width = em(widthText) * size;
  return { width, marks: drawSvg(picture, { x: 0, y: 0, width, height }, context), isFilling: false };
}

export function lap(classes: readonly string[], inner: Laid): Laid {
  const shift = classes.includes("rlap") ? 0 : classes.includes("llap") ? -inner.width : -inner.width / 2;
  return { width: 0, marks: moved(inner.marks, shift, 0), isFilling: inner.isFilling };
}

export function mirrored(inner: Laid): Laid {
  return { ...inner, marks: [{ kind: "mirror", axis: inner.width / 2, marks: inner.marks }] };
}
