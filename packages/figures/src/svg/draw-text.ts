import { codesOf, printFaults, quote } from "@high-recall/core";
import { type ComputedStyle, computeStyle } from "../css/cascade.ts";
import type { Baseline, Text, TextRun } from "../drawing.ts";
import { placeOf, type SourceText } from "../source-text.ts";
import { isElement, type XmlElement } from "../xml.ts";
import { inkOf } from "./draw-shape.ts";
import { lengthOf, type Reader, type Scene } from "./reader.ts";

/** Text of one style. */
interface Stretch {
  readonly text: string;
  readonly style: ComputedStyle;
  readonly jump: Jump;
  /** The element with the style of the text. */
  readonly element: XmlElement;
}

/** Movement of the pen before a stretch; absent values are not set. */
interface Jump {
  readonly x?: number;
  readonly y?: number;
  readonly dx?: number;
  readonly dy?: number;
}

/** The text of a `text` element and its `tspan`s; undefined when none of it is visible. */
export function drawText(scene: Scene, reader: Reader): Text | undefined {
  const stretches: Stretch[] = [];
  // White space collapses to one space, and is dropped at the start and the end.
  let endsInSpace = true;

  function collect({ element, style, view, copied }: Scene): void {
    const first = stretches.length;
    for (const child of element.children) {
      if (isElement(child)) {
        if (child.name !== "tspan" || !reader.isKnown(child)) continue;
        reader.budget.element(child);
        const inner = computeStyle(reader.declarationsOf(child, copied), style, false);
        refuseStyle(child, inner, reader);
        if (inner.display !== "none") collect({ element: child, style: inner, view, copied });
        continue;
      }
      checkCharacters(child.content, reader);
      const text = child.content.text.replace(/\s+/g, " ");
      const shown = endsInSpace && text.startsWith(" ") ? text.slice(1) : text;
      if (shown === "") continue;
      endsInSpace = shown.endsWith(" ");
      stretches.push({ text: shown, style, jump: {}, element });
    }
    const head = stretches[first];
    if (head) stretches[first] = { ...head, jump: { ...jumpOf({ element, style, view }, reader), ...head.jump } };
  }

  collect(scene);
  const last = stretches.at(-1);
  if (last && endsInSpace) stretches[stretches.length - 1] = { ...last, text: last.text.slice(0, -1) };
  const runs = stretches
    .filter(({ text }) => text !== "")
    .map((stretch, index) => runOf(stretch, index === 0 ? { x: 0, y: 0 } : {}, reader));
  return runs.some(({ ink }) => ink) ? { kind: "text", runs } : undefined;
}

function jumpOf(scene: Scene, { faults }: Reader): Jump {
  const jump: { -readonly [Key in keyof Jump]: Jump[Key] } = {};
  for (const [name, axis] of [
    ["x", "width"],
    ["y", "height"],
    ["dx", "width"],
    ["dy", "height"],
  ] as const) {
    const length = lengthOf(name, axis, scene, faults);
    if (length !== undefined) jump[name] = length;
  }
  return jump;
}

function runOf({ text, style, jump, element }: Stretch, origin: Jump, { faults, budget }: Reader): TextRun {
  budget.text(text.length, element);
  const ink = style.visibility === "visible" ? inkOf(style.fill, style["fill-opacity"], style) : undefined;
  const family = style["font-family"];
  if (ink && family === "unset") {
    faults.unreadable(
      'The text has no `font-family`, so each program chooses its own: write `font-family="sans-serif"` on `svg`',
      element,
    );
  }
  if (inkOf(style.stroke, style["stroke-opacity"], style)) {
    faults.unreadable('Text has no outline in print: write `stroke="none"` on it', element);
  }
  return {
    text,
    ...origin,
    ...jump,
    dx: jump.dx ?? 0,
    dy: jump.dy ?? 0,
    anchor: style["text-anchor"],
    family: family === "mono" ? "mono" : "sans",
    isBold: style.weight >= 600,
    isItalic: style["font-style"] !== "normal",
    size: style.em,
    baseline: baselineOf(style["dominant-baseline"]),
    ...(ink ? { ink } : {}),
  };
}

function baselineOf(name: ComputedStyle["dominant-baseline"]): Baseline {
  return name === "auto" ? "alphabetic" : name;
}

/** A part of a text cannot be moved or cut on its own. */
function refuseStyle(element: XmlElement, style: ComputedStyle, { faults }: Reader): void {
  if (style.opacity < 1) faults.unreadable("`opacity` of a `tspan` is not drawn: write `fill-opacity`", element);
}

function checkCharacters(content: SourceText, { faults, isPrintable }: Reader): void {
  for (const { text, start } of printFaults(content.text, isPrintable)) {
    faults.unreadable(
      `${quote(text)} (${codesOf(text)}) cannot be printed: write it in words, or draw it as a path`,
      placeOf(content, start, start + text.length),
    );
  }
}
