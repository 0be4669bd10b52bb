import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Drawing } from "../src/display-list/display-list.ts";
import { readPng } from "../src/figures/read-png.ts";
import { readSvg } from "../src/figures/svg/read-svg.ts";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { readFonts } from "../src/node.ts";
import { greyOf, hexColour } from "../src/vector/colour.ts";
import { parsePath } from "../src/vector/path.ts";

const fonts = openFonts(readFonts());
const svg = (body: string, attributes = 'viewBox="0 0 100 50"') =>
  readSvg(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`, fonts, false);
const flat = (drawings: readonly Drawing[]): Drawing[] =>
  drawings.flatMap((each) => (each.kind === "group" ? flat(each.drawings) : [each]));

test("relative path commands equal their absolute forms", () => {
  const absolute = parsePath(
    "M10 10 L20 10 H30 V40 C30 50 20 50 20 40 S10 30 10 40 Q5 20 10 20 T20 20 A5 5 0 0 1 30 20 Z",
  );
  const relative = parsePath("m10 10 l10 0 h10 v30 c0 10-10 10-10 0 s-10-10-10 0 q-5-20 0-20 t10 0 a5 5 0 0110 0 z");
  expect(rounded(relative)).toEqual(rounded(absolute));
});

test("an arc ends at its end point", () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean(), fc.boolean(), (angle, isLarge, isSweep) => {
      const end = [Math.cos(angle) * 10, Math.sin(angle) * 10] as const;
      const path = parsePath(`M10 0 A10 10 0 ${Number(isLarge)} ${Number(isSweep)} ${end[0]} ${end[1]}`);
      const [x, y] = (path.at(-1) ?? []).slice(-2) as [number, number];
      expect(Math.hypot(x - end[0], y - end[1])).toBeLessThan(1e-6);
    }),
  );
});

test("reads any path data to finite numbers", () => {
  const words = fc.constantFrom(
    "M",
    "l",
    "h",
    "V",
    "c",
    "s",
    "Q",
    "t",
    "a",
    "z",
    "0",
    "1",
    "-2.5",
    ".5",
    "1e2",
    "1e",
    "-",
    ",",
    " ",
    "x",
  );
  const path = fc.array(words, { maxLength: 60 }).map((parts) => `M 1 2 ${parts.join(" ")}`);
  let numbers = 0;
  fc.assert(
    fc.property(fc.oneof(fc.string(), path), (data) => {
      for (const segment of parsePath(data)) {
        for (const value of segment.slice(1)) {
          expect(value).toSatisfy(Number.isFinite);
          numbers += 1;
        }
      }
    }),
  );
  expect(numbers).toBeGreaterThan(100);
});

test("text of an SVG uses the document's fonts and its anchor", () => {
  const [run] = flat(
    svg('<text x="50" y="20" text-anchor="middle" font-size="10" font-weight="bold">model</text>').drawings,
  );
  expect(run).toMatchObject({ kind: "text", text: "model", face: "sans-bold", size: 10 });
  if (run?.kind === "text") expect(run.x + run.width / 2).toBeCloseTo(50, 5);
});

test("colours come from style sheets, classes and inheritance", () => {
  const { drawings } = svg(
    '<style>.a{fill:red} #b{fill:#00f}</style><g stroke="lime"><path class="a" d="M0 0h1"/><path id="b" d="M0 0h1"/></g>',
  );
  expect(flat(drawings)).toMatchObject([
    { fill: "#ff0000", stroke: "#00ff00" },
    { fill: "#0000ff", stroke: "#00ff00" },
  ]);
});

test("names each omitted feature once", () => {
  const { omitted } = svg('<image href="x"/><image href="y"/><rect width="5" height="5" filter="url(#f)"/>');
  expect(omitted).toEqual(["<image>", "filter"]);
});

test("reads an SVG that refers to itself", () => {
  expect(svg('<g id="a"><use href="#a"/><rect width="1" height="1"/></g>').drawings.length).toBeGreaterThan(0);
});

test("refuses other files with a reason", () => {
  expect(() => readSvg("<html/>", fonts, false)).toThrow("not an SVG");
  expect(() => readPng(new Uint8Array([1, 2, 3]), false)).toThrow("not a PNG file");
});

test("reads colours in every notation", () => {
  expect(["red", "#F00", "#ff0000ff", "rgb(255, 0, 0)", "rgb(100% 0% 0%)"].map(hexColour)).toEqual(
    Array(5).fill("#ff0000"),
  );
  expect(["none", "transparent", "url(#a)", ""].map(hexColour)).toEqual(Array(4).fill(undefined));
});

test("grey is as bright as the colour", () => {
  expect(greyOf("#ffffff")).toBe("#ffffff");
  expect(greyOf("#00ff00") > greyOf("#0000ff")).toBe(true);
});

function rounded(segments: ReturnType<typeof parsePath>): unknown[] {
  return segments.map((segment) =>
    segment.map((value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value)),
  );
}
