import { type Figure, figurePalettes } from "@high-recall/core";
import { expect, test } from "vitest";
import { greyOf } from "../src/display-list/colour.ts";
import type { Drawing } from "../src/display-list/display-list.ts";
import { artworkOf } from "../src/figures/artwork.ts";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { readFonts } from "../src/node.ts";

const fonts = openFonts(readFonts());

function drawingsOf(body: string, isGrey = false): readonly Drawing[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" font-family="sans-serif">${body}</svg>`;
  const artwork = artworkOf(figureOf("a.svg", btoa(svg)), fonts, isGrey);
  if (artwork.kind !== "vector") throw new Error(JSON.stringify(artwork));
  return artwork.drawings;
}

function figureOf(name: string, base64: string): Figure {
  const mediaType = name.endsWith(".png") ? "image/png" : "image/svg+xml";
  return { path: `figures/${name}`, mediaType, width: 100, height: 50, base64 };
}

test("text is drawn in the document's fonts, around its anchor", () => {
  const text = (anchor: string) =>
    drawingsOf(`<text x="50" y="20" text-anchor="${anchor}" font-size="10" font-weight="bold">model</text>`)[0];
  const run = text("middle");
  expect(run).toMatchObject({ kind: "text", text: "model", face: "sans-bold", size: 10, y: 20 });
  if (run?.kind !== "text") throw new Error("No text");
  expect(run.width).toBeGreaterThan(20);
  expect(run.x + run.width / 2).toBeCloseTo(50, 5);
  expect(text("start")).toMatchObject({ x: 50 });
  expect(text("end")).toMatchObject({ x: 50 - run.width });
});

test("a text of several runs is anchored as a whole, hidden runs included", () => {
  const drawings = drawingsOf(
    '<text x="50" text-anchor="middle">a<tspan visibility="hidden">hidden</tspan><tspan dx="4" font-style="italic">b</tspan></text>',
  );
  const [first, last] = drawings;
  if (first?.kind !== "text" || last?.kind !== "text" || drawings.length !== 2) throw new Error("Not two texts");
  expect((first.x + last.x + last.width) / 2).toBeCloseTo(50, 5);
  expect(last.x - first.x).toBeGreaterThan(30);
});

test("grey print draws each colour as the grey that is as light", () => {
  const body = '<rect width="9" height="9" fill="#0f0" stroke="blue"/><text fill="red">a</text>';
  expect(drawingsOf(body, true)).toMatchObject([
    { kind: "shape", fill: greyOf("#00ff00"), stroke: greyOf("#0000ff") },
    { kind: "text", colour: greyOf("#ff0000") },
  ]);
  expect(greyOf("#ffffff")).toBe("#ffffff");
  expect(greyOf("#00ff00") > greyOf("#0000ff")).toBe(true);
});

test("grey print has a palette of its own for roles, in which they differ", () => {
  const body = ["ink", "accent", "second", "muted", "paper"]
    .map((role) => `<rect class="${role}" width="9" height="9" fill="currentColor"/>`)
    .join("");
  const fills = (isGrey: boolean) => drawingsOf(body, isGrey).map((each) => (each.kind === "shape" ? each.fill : ""));
  expect(fills(false)).toEqual(Object.values(figurePalettes.light));
  expect(fills(true)).toEqual(Object.values(figurePalettes.grey));
  expect(new Set(fills(true)).size).toBe(5);
});

test("fill and stroke are two shapes where one is seen through the other", () => {
  const circle = (attributes: string) => drawingsOf(`<circle r="9" fill="red" stroke="blue" ${attributes}/>`);
  expect(circle("")).toMatchObject([{ fill: "#ff0000", stroke: "#0000ff" }]);
  expect(circle('opacity=".5"')).toMatchObject([{ fill: "#ff0000", stroke: "#0000ff", opacity: 0.5 }]);
  expect(circle('stroke-opacity=".5"')).toMatchObject([{ fill: "#ff0000" }, { stroke: "#0000ff", opacity: 0.5 }]);
});

test("transparent text fades", () => {
  expect(drawingsOf('<text fill-opacity=".5">a</text>')).toMatchObject([
    { kind: "group", opacity: 0.5, drawings: [{ kind: "text" }] },
  ]);
});

test("a figure that cannot be read says why", () => {
  const reason = (name: string, content: string) => {
    const artwork = artworkOf(figureOf(name, btoa(content)), fonts, false);
    return artwork.kind === "unreadable" ? artwork.reason : artwork.kind;
  };
  expect(reason("a.svg", "<svg><g></svg>")).toBe("`g` is not closed before `</svg>`: write `</g>`");
  expect(reason("a.png", "no picture")).toBe("The file is not a PNG: export the picture again");
});
