import { em, type InheritedStyle } from "./inherited-style.ts";
import type { SvgNode } from "./katex-tree.ts";
import type { Area, MathDrawing } from "./math-drawing.ts";

/** Parts of a stretchy arrow or brace, as in katex.css: start and width, as shares of the whole. */
const regions: Readonly<Record<string, readonly [number, number]>> = {
  "halfarrow-left": [0, 0.502],
  "halfarrow-right": [0.498, 0.502],
  "brace-left": [0, 0.251],
  "brace-center": [0.25, 0.5],
  "brace-right": [0.749, 0.251],
};

/** Part of a box that a piece with these classes covers. */
export function region(classes: readonly string[], box: Area): Area {
  const name = classes.find((each) => regions[each]);
  const [start, share] = (name && regions[name]) || [0, 1];
  return { ...box, x: box.x + box.width * start, width: box.width * share };
}

/** Draws an SVG node of KaTeX's tree into a box, by its `preserveAspectRatio`. */
export function drawSvg(node: SvgNode, box: Area, inherited: InheritedStyle): MathDrawing[] {
  return node.children.flatMap((child): MathDrawing[] => {
    const markup = child.toMarkup();
    const path = / d="([^"]*)"/.exec(markup)?.[1] ?? / d='([^']*)'/.exec(markup)?.[1];
    if (path !== undefined) return [outline(path, node, box, inherited)];
    return markup.startsWith("<line") ? [cancelLine(markup, box, inherited)] : [];
  });
}

function outline(path: string, node: SvgNode, box: Area, inherited: InheritedStyle): MathDrawing {
  const [, , viewWidth = 1000, viewHeight = 1000] = (node.attributes.viewBox ?? "0 0 1000 1000")
    .split(/\s+/)
    .map(Number);
  const ratio = node.attributes.preserveAspectRatio ?? "xMidYMid";
  const [fitX, fitY] = [box.width / viewWidth, box.height / viewHeight];
  let [scaleX, scaleY] = [fitX, fitY];
  if (ratio !== "none") {
    const scale = ratio.includes("slice") ? Math.max(fitX, fitY) : Math.min(fitX, fitY);
    [scaleX, scaleY] = [scale, scale];
  }
  const spare = box.width - viewWidth * scaleX;
  const share = ratio.startsWith("xMid") ? 0.5 : ratio.startsWith("xMax") ? 1 : 0;
  return {
    kind: "outline",
    path,
    scaleX,
    scaleY,
    x: box.x + spare * share,
    y: box.y + box.height,
    clip: box,
    ...colourOf(inherited),
  };
}

/** A stroke of `\cancel`; its ends are percentages of the box. */
function cancelLine(markup: string, box: Area, inherited: InheritedStyle): MathDrawing {
  const value = (name: string) => {
    const text = new RegExp(` ${name}="([^"]*)"`).exec(markup)?.[1] ?? "0";
    return text.endsWith("%") ? Number.parseFloat(text) / 100 : 0;
  };
  const point = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * (1 - y)];
  return {
    kind: "stroke",
    from: point(value("x1"), value("y1")),
    to: point(value("x2"), value("y2")),
    thickness: em(/stroke-width="([^"]*)"/.exec(markup)?.[1]) * inherited.size,
    ...colourOf(inherited),
  };
}

export function colourOf(inherited: InheritedStyle): { colour?: string } {
  return inherited.colour === undefined ? {} : { colour: inherited.colour };
}
