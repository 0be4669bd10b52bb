import type { Baseline, TextRun as FigureRun, Ink, Text } from "@high-recall/figures";
import type { Drawing, TextRun } from "../display-list/display-list.ts";
import type { TextFace } from "../fonts/face.ts";
import type { Fonts } from "../fonts/open-fonts.ts";

/** Draws a figure's text in the document's fonts, so that it is embedded, searched and copied as text. */
export function drawFigureText({ runs }: Text, fonts: Fonts, print: (ink: Ink) => string): Drawing[] {
  const drawings: Drawing[] = [];
  let pen = { x: 0, y: 0 };
  for (const chunk of chunksOf(runs)) {
    const laid: { run: TextRun; opacity: number }[] = [];
    /** Left and right end of the chunk, from where its first run begins. */
    let [left, right, at] = [0, 0, 0];
    for (const [index, { x, y, dx, dy, size, text, baseline, ink, ...type }] of chunk.entries()) {
      pen = { x: (x ?? pen.x) + dx, y: (y ?? pen.y) + dy };
      if (index > 0) at += dx;
      for (const piece of fonts.split(faceOf(type), text)) {
        const width = piece.width * size;
        const place = { x: pen.x, y: pen.y + rises[baseline] * size };
        if (ink) {
          const run = {
            kind: "text",
            face: piece.face,
            text: piece.text,
            size,
            ...place,
            width,
            colour: print(ink),
          } as const;
          laid.push({ run, opacity: ink.opacity });
        }
        pen = { ...pen, x: pen.x + width };
        at += width;
        [left, right] = [Math.min(left, at - width), Math.max(right, at)];
      }
    }
    const anchor = chunk[0]?.anchor;
    const shift = anchor === "middle" ? -(left + right) / 2 : anchor === "end" ? -right : -left;
    for (const { run, opacity } of laid) {
      const moved = { ...run, x: run.x + shift };
      drawings.push(opacity < 1 ? { kind: "group", matrix: [1, 0, 0, 1, 0, 0], opacity, drawings: [moved] } : moved);
    }
  }
  return drawings;
}

/** A run that names a place begins a chunk. */
function chunksOf(runs: readonly FigureRun[]): FigureRun[][] {
  const chunks: FigureRun[][] = [];
  for (const run of runs) {
    const chunk = chunks.at(-1);
    if (!chunk || run.x !== undefined || run.y !== undefined) chunks.push([run]);
    else chunk.push(run);
  }
  return chunks;
}

/** The document's font that comes nearest. */
function faceOf({ family, isBold, isItalic }: Pick<FigureRun, "family" | "isBold" | "isItalic">): TextFace {
  if (family === "mono") return isBold ? "mono-bold" : isItalic ? "mono-italic" : "mono";
  if (isBold) return isItalic ? "sans-bold-italic" : "sans-bold";
  return isItalic ? "sans-italic" : "sans";
}

/** How far text is lowered so that the named line of Source Sans is at its y, in units of its size. */
const rises: Readonly<Record<Baseline, number>> = {
  alphabetic: 0,
  middle: 0.243,
  central: 0.33,
  hanging: 0.74,
  "text-before-edge": 0.92,
  "text-after-edge": -0.25,
};
