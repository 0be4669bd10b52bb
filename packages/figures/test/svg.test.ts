import { figurePalettes } from "@high-recall/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toBase64 } from "../src/base64.ts";
import { type Graphic, type Outline, parseColour, parsePath, readFigure, type Segment } from "../src/index.ts";
import { readBody, readSvgText } from "./read.ts";

/** All outlines and texts, out of their groups. */
function flat(graphics: readonly Graphic[]): Exclude<Graphic, { kind: "group" }>[] {
  return graphics.flatMap((graphic) => (graphic.kind === "group" ? flat(graphic.graphics) : [graphic]));
}

function graphicsOf(body: string): Exclude<Graphic, { kind: "group" }>[] {
  const { drawing, faults } = readBody(body);
  expect(faults).toEqual([]);
  return drawing?.kind === "vector" ? flat(drawing.graphics) : [];
}

test("a path's relative commands mean the same as its absolute ones", () => {
  const absolute = parsePath(
    "M10 10 L20 10 H30 V40 C30 50 20 50 20 40 S10 30 10 40 Q5 20 10 20 T20 20 A5 5 0 0 1 30 20 Z",
  );
  const relative = parsePath("m10 10 l10 0 h10 v30 c0 10-10 10-10 0 s-10-10-10 0 q-5-20 0-20 t10 0 a5 5 0 0110 0 z");
  expect(rounded(relative)).toEqual(rounded(absolute));
  expect(absolute).toHaveLength(11);
});

test("an arc ends where it should", () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean(), fc.boolean(), (angle, isLarge, isSweep) => {
      const end = [Math.cos(angle) * 10, Math.sin(angle) * 10] as const;
      const path = parsePath(`M10 0 A10 10 0 ${Number(isLarge)} ${Number(isSweep)} ${end[0]} ${end[1]}`);
      const [x, y] = (path.at(-1) ?? []).slice(-2) as [number, number];
      expect(Math.hypot(x - end[0], y - end[1])).toBeLessThan(1e-6);
    }),
  );
});

test("all coordinates of a path are finite, whatever its data", { timeout: 60_000 }, () => {
  const numbers = fc.oneof(
    fc.double().map(String),
    fc.constantFrom("1e400", "-1e400", "1e-320", "5e-324", "1e999", "0", "-0", ".", "1e", "1e6", "999999"),
  );
  const letters = fc.constantFrom(..."MmLlHhVvCcSsQqTtAaZz,. -+e");
  const data = fc.array(fc.oneof(numbers, letters), { maxLength: 60 }).map((parts) => `M0 0 ${parts.join(" ")}`);
  fc.assert(
    fc.property(fc.oneof(data, fc.string()), (text) => {
      for (const segment of parsePath(text)) {
        for (const value of segment.slice(1)) expect(value, text).toSatisfy(Number.isFinite);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(parsePath("M0 0A1e-320 1e-320 0 0 1 0 1e-200").flat()).not.toContain(Number.NaN);
});

test("a role is a colour that another palette can replace", () => {
  const outlines = graphicsOf(
    '<g class="accent"><path d="M0 0h1" fill="currentColor"/><path class="paper second" d="M0 0h1" stroke="currentColor"/><path d="M0 0h1" fill="red"/></g>',
  );
  expect(outlines).toMatchObject([
    { fill: { colour: figurePalettes.light.accent, role: "accent" } },
    { fill: { colour: "#000000" }, stroke: { colour: figurePalettes.light.second, role: "second" } },
    { fill: { colour: "#ff0000" } },
  ]);
  expect(outlines[2]).not.toHaveProperty("fill.role");
  const [own] = graphicsOf('<style>.ink{color:teal}</style><path class="ink" d="M0 0h1" fill="currentColor"/>');
  expect(own).toMatchObject({ fill: { colour: "#008080" } });
  expect(own).not.toHaveProperty("fill.role");
});

test("parts are groups with a name, whatever else they hold", () => {
  const { drawing } = readBody(
    '<g data-part="a"><rect width="9" height="9"/><g data-part="b"><rect width="2" height="2"/></g></g><g data-part=" a "><circle r="2"/></g><g data-part="empty"/>',
  );
  expect(drawing).toMatchObject({
    parts: ["a", "b", "empty"],
    graphics: [
      { kind: "group", part: "a", graphics: [{ kind: "outline" }, { kind: "group", part: "b" }] },
      { kind: "group", part: "a", graphics: [{ kind: "outline" }] },
    ],
  });
});

test("style sheets, classes and inheritance give colours", () => {
  const outlines = graphicsOf(
    '<style>.a{fill:red} #b{fill:#00f}</style><g stroke="lime"><path class="a" d="M0 0h1"/><path id="b" d="M0 0h1"/></g>',
  );
  expect(outlines).toMatchObject([
    { fill: { colour: "#ff0000" }, stroke: { colour: "#00ff00" } },
    { fill: { colour: "#0000ff" }, stroke: { colour: "#00ff00" } },
  ]);
});

test("text is runs of one style, each with its size in units of the drawing", () => {
  const [text] = graphicsOf(
    '<text x="50%" y="20" text-anchor="middle" font-size="10" font-weight="bold">a <tspan font-size="150%" dy="-.5em">b</tspan></text>',
  );
  expect(text).toMatchObject({
    kind: "text",
    runs: [
      { text: "a ", x: 50, y: 20, anchor: "middle", isBold: true, size: 10 },
      { text: "b", dy: -7.5, size: 15, isBold: true },
    ],
  });
});

test("a miter's limit is kept where a corner is sharp enough to need it", () => {
  const limit = (path: string) =>
    (graphicsOf(`<path stroke="red" fill="none" d="${path}"/>`) as Outline[]).map(({ stroke }) => stroke?.miterLimit);
  expect(limit("M0 0h10v10h-10z")).toEqual([undefined]);
  expect(limit("M0 0h10l-10 1")).toEqual([4]);
  expect(limit("M0 0l10 1h-10z")).toEqual([4]);
});

test("content within its viewport is not clipped", () => {
  const clips = (body: string) => {
    const { drawing } = readBody(body);
    return drawing?.kind === "vector" ? drawing.graphics.map((each) => each.kind === "group" && each.clip) : [];
  };
  expect(clips('<svg x="1" width="9" height="9"><rect width="9" height="9"/></svg>')).toEqual([undefined]);
  expect(clips('<svg x="1" width="9" height="9"><rect width="9" height="10"/></svg>')).toEqual([
    { x: 0, y: 0, width: 9, height: 9 },
  ]);
});

test("colours are read in every notation", () => {
  const red = [
    ...["red", "RED", "#F00", "#f00f", "#ff0000ff", "rgb(255, 0, 0)", "rgb(100% 0% 0%)", "rgba(255 0 0 / 1)"],
    ...["hsl(0, 100%, 50%)", "hsl(360deg 100% 50% / 100%)", "hsla(1turn 100 50)", "hwb(0 0% 0%)", "rgb(300 -5 none)"],
  ];
  for (const text of red) expect(parseColour(text), text).toEqual({ hex: "#ff0000", opacity: 1 });
  expect(parseColour("transparent")?.opacity).toBe(0);
  expect(parseColour("#0008")).toEqual({ hex: "#000000", opacity: 136 / 255 });
  expect(parseColour("rgb(1 2 3 / 25%)")?.opacity).toBe(0.25);
  const others = [
    "none",
    "url(#a)",
    "",
    "#ff",
    "#ggg",
    "rgb(1 2)",
    "rgb(1 2 3 4)",
    "hsl(a b c)",
    "lab(50% 0 0)",
    "f00",
  ];
  for (const text of others) expect(parseColour(text), text).toBeUndefined();
});

test("the bytes of a figure are kept as base64", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});

test("figures of any bytes are read without throwing, and every place is in the text", { timeout: 60_000 }, () => {
  const parts = fc.constantFrom(
    ...'<svg| xmlns="http://www.w3.org/2000/svg"| viewBox="0 0 1 1"|>|</svg>|<g>|</g>|<!--|-->|<![CDATA[|]]>|<?a|?>|<!DOCTYPE|&a;|&#0;|&gt;|"|<style>|</style>|url(|\\|rect{fill:red}|g > a{|}|@media|/*|*/|<rect width="1" height="2em"/>|<use href="#a"/>|<g id="a">|<text>|<tspan x="1">|</tspan>|</text>|<path d="M0 0|a1 1 0 0 1 5 5|z"/>| fill="|red"| style="| transform="rotate(|)"|\r\n|é|𝄞|\u0000'.split(
      "|",
    ),
  );
  const soup = fc.array(parts, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const texts = fc.oneof(soup, soup.map(svg), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(texts, fc.uint8Array({ maxLength: 60 }), (text, bytes) => {
      const signed = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...bytes]);
      for (const read of [readSvgText(text), readFigure("figures/a.png", signed)]) {
        expect(read.drawing !== undefined || read.faults.length > 0).toBe(true);
        for (const { start = 0, end = 0, reason } of read.faults) {
          expect(0 <= start && start <= end && end <= (read.text ?? "").length, `${reason}: ${start}-${end}`).toBe(
            true,
          );
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test("all numbers of a drawing are finite", { timeout: 60_000 }, () => {
  const value = fc.oneof(
    fc.double().map(String),
    fc.constantFrom("1e6", "-1e6", "1e400", "1e-320", "0", "50%", "2em", "3in", "90"),
  );
  const names = fc.constantFrom(
    "x",
    "y",
    "width",
    "height",
    "rx",
    "stroke-width",
    "font-size",
    "stroke-dasharray",
    "viewBox",
    "transform",
  );
  const attributes = fc.array(fc.tuple(names, value), { maxLength: 5 }).map((pairs) =>
    [...new Map(pairs)]
      .map(([name, number]) => {
        const text =
          name === "transform" ? `scale(${number}) rotate(${number})` : name === "viewBox" ? `0 0 ${number} 3` : number;
        return `${name}="${text}"`;
      })
      .join(" "),
  );
  const shapes = (inner: string) =>
    `<g ${inner.replace(/(x|y|width|height|rx|viewBox)="[^"]*"/g, "")}><rect ${inner.replace(/viewBox="[^"]*"/, "")}/><svg ${inner.replace(/rx="[^"]*"|transform="[^"]*"/g, "")}><circle r="1" stroke="red"/></svg></g>`;
  fc.assert(
    fc.property(attributes, (inner) => {
      const { drawing, figure } = readSvgText(svg(shapes(inner)));
      const found = JSON.stringify([drawing, figure], (_, each) =>
        typeof each === "number" && !Number.isFinite(each) ? "no number" : each,
      );
      expect(found, inner).not.toContain("no number");
    }),
    { numRuns: 1_000 },
  );
});

function svg(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${body}</svg>`;
}

function rounded(segments: readonly Segment[]): unknown[] {
  return segments.map((segment) =>
    segment.map((value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value)),
  );
}
